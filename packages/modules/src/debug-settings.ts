import { newestMinor } from "./newest.ts";

/** A setting of `godebug` in go.mod or of `//go:debug`. */
export interface DebugSetting {
  readonly key: string;
  readonly value: string;
}

interface SettingSpec {
  /** The minor version that changed the default; undefined: it never changed. */
  readonly changed?: number;
  /** The value that brings the former behaviour back. */
  readonly old?: string;
  /** Values of this form need what goes cannot do; it is refused rather than ignored. */
  readonly refused?: RegExp;
}

// The settings of Go 1.26 (https://go.dev/doc/godebug). Those of packages that are compiled from a Go tree work through
// internal/godebug, panicnil, asynctimerchan, randseednop and randautoseed in our own library; the others that our library would have to
// look at select what it does anyway, or concern what wasm programs cannot do.
// prettier-ignore
const specs: Readonly<Record<string, SettingSpec>> = {
  allowmultiplevcs: {},
  asynctimerchan: { changed: 23, old: "1" },
  containermaxprocs: { changed: 25, old: "0" },
  cryptocustomrand: { changed: 26, old: "1" },
  dataindependenttiming: {},
  decoratemappings: { changed: 25, old: "0" },
  embedfollowsymlinks: {},
  execerrdot: {},
  fips140: { refused: /^(?!off$)/ },
  fips140ems: {},
  gocachehash: {},
  gocachetest: {},
  gocacheverify: {},
  gotestjsonbuildtext: { changed: 24, old: "1" },
  gotypesalias: { changed: 23, old: "0" },
  htmlmetacontenturlescape: {},
  http2client: {},
  http2debug: {},
  http2server: {},
  httpcookiemaxnum: { changed: 24, old: "0" },
  httplaxcontentlength: { changed: 22, old: "1" },
  httpmuxgo121: { changed: 22, old: "1" },
  httpservecontentkeepheaders: { changed: 23, old: "1" },
  installgoroot: {},
  jstmpllitinterp: {},
  multipartmaxheaders: {},
  multipartmaxparts: {},
  multipathtcp: { changed: 24, old: "0" },
  netdns: {},
  netedns0: { changed: 19, old: "0" },
  panicnil: { changed: 21, old: "1" },
  randautoseed: {},
  randseednop: { changed: 24, old: "0" },
  rsa1024min: { changed: 24, old: "0" },
  tarinsecurepath: {},
  tls10server: { changed: 22, old: "1" },
  tls3des: { changed: 23, old: "1" },
  tlsmaxrsasize: {},
  tlsmlkem: { changed: 24, old: "0" },
  tlsrsakex: { changed: 22, old: "1" },
  tlssecpmlkem: { changed: 26, old: "0" },
  tlssha1: { changed: 25, old: "1" },
  tlsunsafeekm: { changed: 22, old: "1" },
  updatemaxprocs: { changed: 25, old: "0" },
  urlmaxqueryparams: { changed: 24, old: "0" },
  urlstrictcolons: { changed: 26, old: "0" },
  winreadlinkvolume: { changed: 23, old: "0" },
  winsymlink: { changed: 23, old: "0" },
  x509keypairleaf: { changed: 23, old: "0" },
  x509negativeserial: { changed: 23, old: "1" },
  x509rsacrt: { changed: 24, old: "0" },
  x509sha256skid: { changed: 25, old: "0" },
  x509usefallbackroots: {},
  x509usepolicies: { changed: 24, old: "0" },
  zipinsecurepath: {},
};

/** Settings that Go no longer has, with the version that removed them. */
const removed: ReadonlyMap<string, number> = new Map([["x509sha1", 24]]);

/** Reads `key=value` as `//go:debug` has it; the error is in the words of `go`. */
export function parseDebugSetting(text: string): DebugSetting | { readonly error: string } {
  const equals = text.indexOf("=");
  if (equals < 0) return { error: "missing key=value" };
  const key = text.slice(0, equals);
  const value = text.slice(equals + 1);
  if (/[ \t]/.test(key)) return { error: "key contains space" };
  if (/[ \t]/.test(value)) return { error: "value contains space" };
  if (key.includes(",")) return { error: "key contains comma" };
  if (value.includes(",")) return { error: "value contains comma" };
  if (key === "default") {
    const version = /^go(\d+)(?:\.(\d+))?(?:[.a-z].*)?$/.exec(value);
    if (version === null) return { error: "value for default= must be goVERSION" };
    if (Number(version[1]) > 1 || Number(version[2] ?? 0) > newestMinor) {
      return { error: `default=${value} too new (toolchain is go1.${newestMinor})` };
    }
    return { key, value };
  }
  const gone = removed.get(key);
  if (gone !== undefined) {
    const where = `https://go.dev/doc/godebug#go-1${gone}`;
    return { error: `use of removed //go:debug setting "${key}", see ${where}` };
  }
  const spec = specs[key];
  if (spec === undefined || !Object.hasOwn(specs, key))
    return { error: `unknown //go:debug setting "${key}"` };
  if (spec.refused?.test(value) === true) return { error: `goes has no ${key}=${value}` };
  return { key, value };
}

/**
 * The settings of a program: what differs from the newest Go, as its `go` version has it, then what `explicit` says
 * (the `godebug` lines of go.mod before `//go:debug` of package main). `go` is `go1.N`; undefined: the newest.
 */
export function debugSettings(
  go: string | undefined,
  explicit: readonly DebugSetting[],
): ReadonlyMap<string, string> {
  const base = explicit.findLast(({ key }) => key === "default")?.value ?? go;
  const minor = base === undefined ? newestMinor : Number(/^go1\.(\d+)/.exec(base)?.[1] ?? newestMinor);
  const settings = new Map<string, string>();
  for (const [key, { changed, old }] of Object.entries(specs)) {
    if (changed !== undefined && old !== undefined && minor < changed) settings.set(key, old);
  }
  for (const { key, value } of explicit) if (key !== "default") settings.set(key, value);
  return new Map([...settings].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
