interface Searched {
  readonly number: string
  readonly title: string | null
  readonly issuing_body: string | null
  readonly issued_on: string | null
}

/**
 * True where every word of the search stands in the document's number, title, issuing body or date. Brackets and width do not matter:
 * 山编办[2006]12号, 山编办（2006）12号 and 山编办〔2006〕12号 are the same number to whoever types them; a date may be typed 2006-11, 2006年11月 or 2006.11.
 */
export function matchesDocument(document: Searched, search: string): boolean {
  const date = document.issued_on
  const dates =
    date === null
      ? []
      : [
          date,
          date.replaceAll('-', '.'),
          `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`,
        ]
  // What is null joins as nothing; the empty words around blanks stand in every text.
  const text = folded([document.number, document.title, document.issuing_body, ...dates].join(' '))
  return search.split(/\s/u).every((word) => text.includes(folded(word)))
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[[(〔【［（〈]/gu, '〔')
    .replaceAll(/[\])〕】］）〉]/gu, '〕')
    .toLowerCase()
}
