export type Language = "en" | "ru";
export type Localised = Readonly<Record<Language, string>>;
