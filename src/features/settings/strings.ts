export const settingsStrings = {
  title: "Portal settings",
  close: "Close settings",
  theme: "Theme",
  themes: { system: "Use system setting", dark: "Dark", light: "Light" },
  timeZone: "Time zone",
  zones: { local: "Local time", utc: "UTC", stamp: "The stamp's time" },
  noStampZone: "This stamp's entry in stamps.json has no timeZone.",
  dateFormat: "Date format",
  powershellModule: "PowerShell module",
  powershellModules: { az: "Az (Azs.Backup.Admin 1.0 and later)", azureRm: "AzureRM (0.x)" },
  dateFormats: { browser: "This browser's", iso: "ISO 8601, 24-hour" },
} as const;
