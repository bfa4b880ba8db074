import type { CommandHandlers, QueryHandlers } from './context.ts'
import { BOOK_COMMANDS, BOOK_QUERIES } from './book/handlers.ts'
import { COMPARE_COMMANDS, COMPARE_QUERIES } from './compare/handlers.ts'
import { PACKAGE_COMMANDS, PACKAGE_QUERIES } from './county/handlers.ts'
import { FINDINGS_COMMANDS, FINDINGS_QUERIES } from './findings/handlers.ts'
import { FORMS_COMMANDS, FORMS_QUERIES } from './forms/handlers.ts'
import { IMPORT_COMMANDS, IMPORT_QUERIES } from './import/handlers.ts'
import { LEDGER_COMMANDS, LEDGER_QUERIES } from './ledger/handlers.ts'
import { NOTICE_COMMANDS, NOTICE_QUERIES } from './notice/handlers.ts'
import { PACKS_COMMANDS, PACKS_QUERIES } from './packs/handlers.ts'
import { PEOPLE_COMMANDS, PEOPLE_QUERIES } from './people/handlers.ts'
import { RECORDS_COMMANDS, RECORDS_QUERIES } from './records/handlers.ts'
import { REFORM_COMMANDS, REFORM_QUERIES } from './reform/handlers.ts'
import { UNITS_QUERIES } from './units/handlers.ts'

/** The contract's operations on an open book, gathered from the concepts. An operation without its handler does not compile. */
export const QUERIES: QueryHandlers = {
  ...BOOK_QUERIES,
  ...COMPARE_QUERIES,
  ...FINDINGS_QUERIES,
  ...FORMS_QUERIES,
  ...IMPORT_QUERIES,
  ...LEDGER_QUERIES,
  ...NOTICE_QUERIES,
  ...PACKAGE_QUERIES,
  ...PACKS_QUERIES,
  ...PEOPLE_QUERIES,
  ...RECORDS_QUERIES,
  ...REFORM_QUERIES,
  ...UNITS_QUERIES,
}

export const COMMANDS: CommandHandlers = {
  ...BOOK_COMMANDS,
  ...COMPARE_COMMANDS,
  ...FINDINGS_COMMANDS,
  ...FORMS_COMMANDS,
  ...IMPORT_COMMANDS,
  ...LEDGER_COMMANDS,
  ...NOTICE_COMMANDS,
  ...PACKAGE_COMMANDS,
  ...PACKS_COMMANDS,
  ...PEOPLE_COMMANDS,
  ...RECORDS_COMMANDS,
  ...REFORM_COMMANDS,
}

export { COUNTY_HANDLERS } from './county/handlers.ts'
