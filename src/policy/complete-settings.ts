import { DEFAULT_SETTINGS, type SettingCode, type Settings } from "./settings.ts";

/** What an author writes: any part of the settings; a list or a mailbox is given whole. */
export type SettingsSource<DocumentCode extends string = string> = {
  readonly [Key in Exclude<keyof Settings, "documents">]?: Settings[Key] extends readonly unknown[] | string
    ? Settings[Key]
    : Partial<Settings[Key]>;
} & { readonly documents?: { readonly precedence?: readonly DocumentCode[] } };

/** The settings with what was left out filled in. What is no setting stays, for the shape's check to name it. */
export function completeSettings(given: SettingsSource = {}): Settings {
  const written: Readonly<Record<string, unknown>> = given;
  const settings = Object.entries(DEFAULT_SETTINGS).map(([key, value]) => {
    const own = written[key];
    return [key, isGroup(value) && isGroup(own) ? { ...value, ...own } : (own ?? value)];
  });
  return { ...written, ...Object.fromEntries(settings) } as Settings;
}

/** The settings with one of them at its most protective value. */
export function withDefaultSetting(settings: Settings, code: SettingCode): Settings {
  const [key = "", inner] = code.split(".");
  const defaults: Readonly<Record<string, unknown>> = { ...DEFAULT_SETTINGS };
  const current: Readonly<Record<string, unknown>> = { ...settings };
  const protective = defaults[key];
  const group = current[key];
  if (inner === undefined || !isGroup(protective) || !isGroup(group)) {
    return { ...settings, [key]: protective };
  }
  return { ...settings, [key]: { ...group, [inner]: protective[inner] } };
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
