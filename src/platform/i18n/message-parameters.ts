/**
 * The parameters that an ICU message needs, read from its text by the type checker. Braces alternate: inside a
 * message one opens an argument, inside a plural or select argument one opens a message again.
 */
export type MessageParameters<Text extends string> = string extends Text
  ? Readonly<Record<string, string | number>>
  : { readonly [Argument in Scan<Text, "message", []> as Argument[0]]: Argument[1] };

type Mode = "message" | "argument";

type Scan<Text extends string, Now extends Mode, Open extends readonly Mode[]> = string extends Text
  ? never
  : Text extends `${infer Before}{${infer After}`
    ? Before extends `${string}}${infer Rest}`
      ? Close<`${Rest}{${After}`, Open>
      : Now extends "message"
        ? Argument<After, Open>
        : Scan<After, "message", [...Open, "argument"]>
    : Text extends `${string}}${infer Rest}`
      ? Close<Rest, Open>
      : never;

type Close<Rest extends string, Open extends readonly Mode[]> = Open extends readonly [
  ...infer Outer extends readonly Mode[],
  infer Last extends Mode,
]
  ? Scan<Rest, Last, Outer>
  : Scan<Rest, "message", []>;

type Argument<
  After extends string,
  Open extends readonly Mode[],
> = After extends `${infer Head}}${infer Rest}`
  ? Head extends `${infer Name},${infer Kind}`
    ?
        | readonly [Trim<Name>, KindOf<Kind>]
        | (Head extends `${string}{${string}`
            ? Scan<AfterFirst<After>, "argument", [...Open, "message"]>
            : Scan<Rest, "message", Open>)
    : readonly [Trim<Head>, string | number] | Scan<Rest, "message", Open>
  : never;

type AfterFirst<Text extends string> = Text extends `${string},${infer Rest}` ? Rest : never;

type KindOf<Kind extends string> =
  Trim<Kind> extends `select${infer Tail}` ? (Tail extends `ordinal${string}` ? number : string) : number;

type Trim<Text extends string> = Text extends ` ${infer Rest}` | `\n${infer Rest}`
  ? Trim<Rest>
  : Text extends `${infer Rest} `
    ? Trim<Rest>
    : Text;
