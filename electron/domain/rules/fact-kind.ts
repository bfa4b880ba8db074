/*
 * What a rule's finding speaks of. Two rules that name one kind say the same of one subject, each by its own clause: they are one finding
 * (`domain/findings/facts`). A rule that names none speaks of a fact of its own, and is left alone. A new rule joins by naming the kind.
 */

export const FACT_KINDS = [
  /** More people than seats in one line of a unit. */
  'lineOver',
  /** More leaders than the township may have. */
  'leadersOver',
  /** More 核定编制 than the number a reform began with. */
  'aboveBase',
  /** More offices and institutions than the limit. */
  'organsOver',
  /** Somebody's way in is no lawful one. */
  'entryRoute',
  /** The roster's own words say that somebody is not in post any more. */
  'saysGone',
  /** Somebody whose contract has run out. */
  'noContract',
  /** Somebody lent out or borrowed: where to and how long. */
  'loan',
  /** A borrowed person without the papers it takes. */
  'loanPapers',
  /** A unit that a county body manages. */
  'managedElsewhere',
  /** What follows in law from what else was found. */
  'consequences',
] as const
export type FactKind = (typeof FACT_KINDS)[number]
