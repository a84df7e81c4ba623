/** The tables of a saved page: rows of cells, as text. Linear; nothing of the page is run. */
export type HtmlTable = readonly (readonly string[])[]

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
  '#160': ' ',
}

const plain = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#?\w{1,8});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** The pieces between an opening tag and the next opening of its kind, or the end. */
const pieces = (html: string, tag: string): readonly string[] =>
  html
    .split(new RegExp(`<${tag}(?=[\\s>])`, 'i'))
    .slice(1)
    .map((piece) => piece.slice(piece.indexOf('>') + 1))

const upTo = (html: string, closing: string): string => {
  const end = html.toLowerCase().indexOf(closing)
  return end === -1 ? html : html.slice(0, end)
}

/** Whether a text is a saved page. */
export const isHtml = (text: string): boolean => /^\s*(?:<!--|<!doctype html|<html)/i.test(text.replace(/^\uFEFF/, ''))

/** The page's title. */
export const titleOf = (html: string): string => plain(upTo(pieces(html, 'title')[0] ?? '', '</title'))

/** Every table, in their order. */
export const tablesOf = (html: string): readonly HtmlTable[] =>
  pieces(html, 'table').map((table) =>
    pieces(upTo(table, '</table'), 'tr').map((row) => pieces(upTo(row, '</tr'), 't[dh]').map(plain)),
  )

/** The address that a page gives for itself. */
export const addressOf = (html: string): string | undefined =>
  /<link[^<>]{0,200}rel="canonical"[^<>]{0,200}href="(https:[^"<>\s]{1,400})"/i.exec(html)?.[1] ??
  /<meta[^<>]{0,200}property="og:url"[^<>]{0,200}content="(https:[^"<>\s]{1,400})"/i.exec(html)?.[1]
