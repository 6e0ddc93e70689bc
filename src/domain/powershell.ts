import type { Stamp } from "./stamp.ts";

type Region = Pick<Stamp, "region">;

/** A value as a PowerShell string that nothing in it can break out of. */
function quote(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/**
 * The two generations of Azs.Backup.Admin: 1.0 and newer, for Az, and 0.x, for AzureRM. A line of one is an error in the
 * other: Az has no `-Force` (learn.microsoft.com, Start-AzsBackup), AzureRM asks without it and has no `-NoWait`.
 */
export type PowerShellModule = "az" | "azureRm";

const QUIETLY: Record<PowerShellModule, string> = { az: "", azureRm: " -Force" };
const UNFOLLOWED: Record<PowerShellModule, string> = { az: " -NoWait", azureRm: " -Force" };

/** Starts a backup without following it. */
export function startCommand({ region }: Region, module: PowerShellModule): string {
  return `Start-AzsBackup -Location ${quote(region)}${UNFOLLOWED[module]}`;
}

/** Prints what the stamp says of one backup, as the blade's detail pane does. */
export function getCommand({ region }: Region, backupId: string): string {
  return `Get-AzsBackup -Location ${quote(region)} |\n  Where-Object { $_.BackupId -eq ${quoted(backupId)} }`;
}

function quoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/**
 * Starts a backup and follows its job to the end: the only way in PowerShell to see past the list's early Succeeded.
 * Spans are formatted by .NET: the documented script's own pattern prints a method for hours and takes months for
 * minutes when there is no time part.
 */
export function trackCommand({ region }: Region, module: PowerShellModule): string {
  return [
    `$job = Start-AzsBackup -Location ${quote(region)}${QUIETLY[module]} -AsJob`,
    // The job object has no start time in its first moments (the documentation's own loop).
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
