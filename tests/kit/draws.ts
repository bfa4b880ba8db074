/**
 * How many random histories, books or tables a test plays: all of them, or the share `DRAWS` asks for. The inner loop (`npm run quick`) asks
 * for a tenth, which notices a slip; the whole suite plays them all.
 */
export const draws = (all: number): number => Math.ceil(all * Number(process.env['DRAWS'] ?? 1))
