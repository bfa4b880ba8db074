import { openBookFile } from '../../electron/store/open.ts'

/* Opens the book named on the command line and prints the refusal's code, or `open`. */

const outcome = await openBookFile(process.argv[2] ?? '').then(
  () => 'open',
  (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown'),
)
process.stdout.write(outcome)
