import type { PlainDate } from '../model/plain-date.ts'

/** One year's 国务院办公厅 notice: days off (inclusive ranges) and weekend days that are worked (调休). */
export interface HolidayTable {
  readonly year: number
  readonly notice: string
  /** Null where an imported table does not say. */
  readonly issuedOn: PlainDate | null
  readonly off: readonly (readonly [from: PlainDate, to: PlainDate])[]
  readonly worked: readonly PlainDate[]
}

/**
 * Years whose notice is out. 除夕 2024-02-09 is a working day: that notice only encourages leave; 除夕 is statutory from 2025 on.
 * The 2027 notice had not been published when this was written, so 2027 is refused, never guessed.
 */
export const HOLIDAY_TABLES: readonly HolidayTable[] = [
  {
    year: 2024,
    notice: '国办发明电〔2023〕7号',
    issuedOn: '2023-10-25',
    off: [['2024-01-01', '2024-01-01'], ['2024-02-10', '2024-02-17'], ['2024-04-04', '2024-04-06'], ['2024-05-01', '2024-05-05'], ['2024-06-10', '2024-06-10'], ['2024-09-15', '2024-09-17'], ['2024-10-01', '2024-10-07']],
    worked: ['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  },
  {
    year: 2025,
    notice: '国办发明电〔2024〕12号',
    issuedOn: '2024-11-12',
    off: [['2025-01-01', '2025-01-01'], ['2025-01-28', '2025-02-04'], ['2025-04-04', '2025-04-06'], ['2025-05-01', '2025-05-05'], ['2025-05-31', '2025-06-02'], ['2025-10-01', '2025-10-08']],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    notice: '国办发明电〔2025〕7号',
    issuedOn: '2025-11-04',
    off: [['2026-01-01', '2026-01-03'], ['2026-02-15', '2026-02-23'], ['2026-04-04', '2026-04-06'], ['2026-05-01', '2026-05-05'], ['2026-06-19', '2026-06-21'], ['2026-09-25', '2026-09-27'], ['2026-10-01', '2026-10-07']],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
