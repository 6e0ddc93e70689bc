/** Placeholder for an unknown audience. */
const PLACEHOLDER = "AUDIENCE";

/**
 * One line of PowerShell that puts a token for this audience on the clipboard. It works with old and new modules:
 * Az.Accounts 5 returns a SecureString (its breaking changes), those for a stamp a string (unverified on a stamp).
 */
export function powershellTokenCommand(audience: string | null): string {
  const resource = `'${(audience ?? PLACEHOLDER).replaceAll("'", "''")}'`;
  return `[Net.NetworkCredential]::new('', (Get-AzAccessToken -ResourceUrl ${resource}).Token).Password | Set-Clipboard`;
}

/** One line for the Azure CLI that prints a token for this audience (unverified on a stamp). */
export function azTokenCommand(audience: string | null): string {
  return `az account get-access-token --resource ${quoted(audience ?? PLACEHOLDER)} --query accessToken --output tsv`;
}

/** In double quotes, which cmd, PowerShell and sh treat alike; characters that could break out are dropped. */
function quoted(value: string): string {
  return `"${value.replace(/["`$\\%!]/g, "")}"`;
}
