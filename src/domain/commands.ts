import type { Stamp } from "./stamp.ts";

/**
 * Azs.Backup.Admin of the Az modules (1.0 and later), or of AzureRM (0.x). Only the old one has `-Force`; the newer one
 * uses $ConfirmPreference instead (docs/stamp-api.md "PowerShell modules").
 */
export type PowerShellModule = "az" | "azureRm";

type Region = Pick<Stamp, "region">;

const FORCE: Record<PowerShellModule, string> = { az: "", azureRm: " -Force" };

/** Starts a backup; for Az, `-NoWait` after it returns at once (docs/stamp-api.md "PowerShell modules"). */
export function startCommand({ region }: Region, module: PowerShellModule): string {
  return `Start-AzsBackup -Location ${quote(region)}${FORCE[module]}`;
}

/** Lists the backups, newest first. */
export function listCommand({ region }: Region): string {
  return `Get-AzsBackup -Location ${quote(region)} |\n  Sort-Object CreatedDateTime -Descending`;
}

/** Gets one backup. By id, because names differ between stamps: `{location}/{id}` or the id. */
export function getCommand({ region }: Region, backupId: string): string {
  return `Get-AzsBackup -Location ${quote(region)} |\n  Where-Object { $_.BackupId -eq ${quoted(backupId)} }`;
}

/** Gets the location and its schedule. */
export function settingsCommand({ region }: Region): string {
  return `Get-AzsBackupConfiguration -Location ${quote(region)}`;
}

/** Prunes the external store, or lists what would be deleted. Null for the old module, which can't. */
export function pruneCommand({ region }: Region, module: PowerShellModule, dryRun: boolean): string | null {
  if (module === "azureRm") return null;
  const option = dryRun ? " -OperationType DryRun" : "";
  return `Invoke-AzsPruneBackupLocationExternalStore -Location ${quote(region)}${option}`;
}

/** Lists the active alerts about backups. */
export function alertsCommand({ region }: Region): string {
  return [
    `Get-AzsAlert -Location ${quote(region)} |`,
    "  Where-Object { $_.State -eq 'Active' -and $_.FaultTypeId -like 'AzureStack.BackupController.*' }",
  ].join("\n");
}

/**
 * Tests the share in a session on the privileged endpoint: the configured one, or a new path. Never during an update,
 * which it stalls (docs/stamp-api.md "Advice to operators").
 */
export function testShareCommand(newPath: string | null = null): string {
  const test = "Test-AzureStack -Include AzsBackupShareAccessibility";
  return newPath === null
    ? test
    : `${test} -BackupSharePath ${quoted(newPath)} -BackupShareCredential (Get-Credential)`;
}

/**
 * Starts a backup and follows its job to the end: the only way in PowerShell to see past the list's early Succeeded.
 * Spans are formatted by .NET: the documented script's own pattern prints a method for hours and takes months for
 * minutes when there is no time part.
 */
export function trackCommand({ region }: Region, module: PowerShellModule): string {
  return [
    `$job = ${startCommand({ region }, module)} -AsJob`,
    // The job object has no start time in its first moments (the vendor's documented script waits too).
    "while (-not $job.PSBeginTime) { Start-Sleep -Milliseconds 100 }",
    'Write-Host "Start time: $($job.PSBeginTime)"',
    "while ($job.State -in 'NotStarted', 'Running') {",
    "  $elapsed = (Get-Date) - $job.PSBeginTime",
    "  Write-Host ('Still running, {0:d\\.hh\\:mm\\:ss}' -f $elapsed)",
    "  Start-Sleep -Seconds 30",
    "}",
    "$took = $job.PSEndTime - $job.PSBeginTime",
    "$backup = Receive-Job $job -Keep",
    "if ($job.State -eq 'Completed') {",
    "  $written = [System.Xml.XmlConvert]::ToTimeSpan($backup.TimeTakenToCreate)",
    "  Write-Host ('Backup {0}: {1}. Data written in {2:d\\.hh\\:mm\\:ss}, job ended after {3:d\\.hh\\:mm\\:ss}.' -f",
    "    $backup.BackupId, $backup.Status, $written, $took)",
    `  Get-AzsBackup -Location ${quote(region)} | Where-Object { $_.BackupId -eq $backup.BackupId }`,
    "} else {",
    "  $job",
    "  $backup",
    "}",
  ].join("\n");
}

/** A value as a safely quoted PowerShell argument; unquoted if that is safe. */
function quote(value: string): string {
  return /^\w[\w.-]*$/.test(value) ? value : quoted(value);
}

/** PowerShell accepts typographic quotes as string delimiters too. */
function quoted(value: string): string {
  return `'${value.replace(/['‘’‚‛]/g, "$&$&")}'`;
}
