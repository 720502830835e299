/** Values for the placeholders of a message; numbers are written in the widget's language. */
export type MessageParameters = Readonly<Record<string, string | number | undefined>>;

/** Looks a message up and fills it in. */
export type Localize<Key extends string> = (key: Key, parameters?: MessageParameters) => string;

/**
 * A look-up in `messages` for a language (BCP 47).
 * `defaults` fill placeholders that are the same everywhere (`newsroom`).
 * Of a text that holds a singular and a plural (`one | other`), the language's rule for `{n}` takes one (C-8).
 */
export function createLocalize<Key extends string>(
  language: string,
  messages: Readonly<Record<Key, string>>,
  defaults: MessageParameters,
): Localize<Key> {
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  return (key, parameters) => {
    const all: MessageParameters = { ...defaults, ...parameters };
    // As a string, whatever a page put there.
    const [one = '', other = one] = String(messages[key] ?? '').split(' | ');
    const text = plurals.select(Number(all['n'])) === 'one' ? one : other;
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = all[name] ?? placeholder;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}
