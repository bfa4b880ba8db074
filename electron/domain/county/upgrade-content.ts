/*
 * Older packages read as if they were of today. Version 1 told units, lines, quotas, leadership, people and findings; it knew no seats, no
 * duties and no month of retirement, called the township flat in its manifest, and had no seal.
 */

type Loose = Readonly<Record<string, unknown>>

/** Manifest and rows of a package of any earlier version in the shape of the present one, not yet checked. */
export function upgradePackage(
  version: number,
  manifest: Loose,
  parts: Readonly<Record<string, readonly unknown[]>>,
): { readonly manifest: Loose; readonly parts: Readonly<Record<string, readonly unknown[]>> } {
  return version === 1 ? upgradeFirst(manifest, parts) : { manifest, parts }
}

function upgradeFirst(manifest: Loose, parts: Readonly<Record<string, readonly unknown[]>>) {
  const { townshipName, townshipCode, ...rest } = manifest
  const township = rest['township'] ?? {
    name: townshipName,
    code: townshipCode ?? null,
    type: null,
    ethnic: typeof townshipName === 'string' && townshipName.endsWith('族乡'),
  }
  const withDefaults = (rows: readonly unknown[] | undefined, defaults: Loose) =>
    (rows ?? []).map((row) => (typeof row === 'object' && row !== null ? { ...defaults, ...row } : row))
  return {
    manifest: { kind: 'full', base: null, rulePack: '', program: '', madeBy: '', ...rest, township },
    parts: {
      ...parts,
      units: withDefaults(parts['units'], { managingBody: null, nameplates: [] }),
      leadership: withDefaults(parts['leadership'], { counts: true }),
      people: withDefaults(parts['people'], { leads: null, secondedTo: null, enteredOn: null, retires: null }),
      findings: withDefaults(parts['findings'], { state: 'open' }),
      seats: parts['seats'] ?? [],
      duties: parts['duties'] ?? [],
    },
  }
}
