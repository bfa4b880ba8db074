import type { NoticeContent } from './notice-content.ts'
import type { NoticeLayout } from './notice-layout.ts'

/** The texts around the list that are the clerk's own. */
export interface NoticeTexts {
  readonly title: string
  readonly issuer: string
  readonly phone: string
  readonly address: string
  readonly mailbox: string
}

/**
 * What a check and a secrecy review are about, as one text to be hashed: everything that will be made public. Number, paper, day of
 * posting and length of the period are left out: a sheet that hangs two days later is still the sheet that was reviewed.
 */
export function noticeFingerprint(layout: NoticeLayout, content: NoticeContent, texts: NoticeTexts): string {
  const { nameOf, ...said } = content
  const names = content.sections.flatMap((section) =>
    section.units.flatMap((unit) => unit.people.map((person) => nameOf(person))),
  )
  return JSON.stringify([layout, said, names, texts.title, texts.issuer, texts.phone, texts.address, texts.mailbox])
}
