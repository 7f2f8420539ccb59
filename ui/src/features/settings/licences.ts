import { matches } from '../../text/format';

/** What others wrote and this program holds: `cargo xtask licences` writes the list, one file for people and this screen. */
export interface Component {
  name: string;
  version: string;
  /** As SPDX writes it: `MIT OR Apache-2.0`. */
  licence: string;
  /** Numbers of its texts. */
  texts: readonly number[];
}

export interface Licences {
  components: readonly Component[];
  /** Each as its authors published it, by its number. */
  texts: ReadonlyMap<number, string>;
}

/** `serde 1.0.228 – MIT OR Apache-2.0 [7]`; a name may hold spaces, a version none. */
const COMPONENT = /^(.+) (\S+) – (.+) \[([\d, ]+)\]$/;
/** Before each text, with its number on the line after. */
const RULE = /^-{80}\n\[(\d+)\]\n/gm;

export function licencesOf(file: string): Licences {
  const rules = [...file.matchAll(RULE)];
  const head = file.slice(0, rules[0]?.index ?? file.length);
  const components = head.split('\n').flatMap((line) => {
    const [, name, version, licence, texts] = COMPONENT.exec(line) ?? [];
    if (name === undefined || version === undefined || licence === undefined || texts === undefined) return [];
    return [{ name, version, licence, texts: texts.split(',').map(Number) }];
  });
  const texts = new Map(
    rules.map((rule, i) => [Number(rule[1]), file.slice(rule.index + rule[0].length, rules[i + 1]?.index).trim()] as const),
  );
  return { components, texts };
}

export function found(components: readonly Component[], query: string): readonly Component[] {
  return components.filter((c) => matches(`${c.name} ${c.version} ${c.licence}`, query.trim()));
}

export function textOf({ texts }: Licences, component: Component): string {
  return component.texts.map((n) => texts.get(n) ?? '').join('\n\n');
}
