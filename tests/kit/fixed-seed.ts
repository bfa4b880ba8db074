import * as fc from 'fast-check'

/* Property tests start from one seed, so that a red run means the change and not the dice; `PROPERTY_SEED=n` explores another. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122) })
