/*
 * The packs that ship, called in code by place and year, as far as the published text still has its year. The values are what books and
 * pack files store and never change.
 */
export const PACK_IDS = {
  jiangxiTownship: 'seed-000',
  maskedCounty2022: 'seed-001',
  lingwu2018: 'seed-002',
  yunnan2011: 'seed-003',
  chenzhou: 'seed-004',
} as const

/** A pack with rules of its own. */
export type PlacePackId = (typeof PACK_IDS)[keyof typeof PACK_IDS]
