/** Types of the functions that specs call, since these programs are plain JavaScript. */
declare module '*/leftovers.mjs' {
  interface ProcessRecord {
    readonly pid: number;
    readonly match: string;
  }
  export function isSame(record: ProcessRecord | undefined, look?: (pid: number) => string): boolean;
  export function commandOf(pid: number): string;
  export function groupRuns(pid: number): boolean;
  export function end(record: ProcessRecord, how?: { with?: NodeJS.Signals; within?: number }): Promise<boolean>;
}

declare module '*/sbom.mjs' {
  interface Component {
    readonly purl: string;
    readonly hashes?: readonly object[];
  }
  export function lacksOf(made: { readonly components: readonly Component[] }, packages: Record<string, { version?: string; link?: boolean }>): string[];
}

declare module '*/signatures.mjs' {
  export function judged(done: { status: number | null; output: string }): { ok: boolean; said: string };
}

declare module '*/other-node.mjs' {
  export const otherNode: { readonly package: string; readonly version: string; readonly integrity: string };
  export function isWhole(bytes: Uint8Array, integrity: string): boolean;
}

declare module '*/wheel.mjs' {
  interface Wheel {
    readonly package: string;
    readonly version: string;
    readonly program: string;
    readonly sha256: readonly string[];
    readonly programs?: readonly string[];
  }
  export const wheels: readonly Wheel[];
  export function requirementOf(wheel: Wheel): string;
}

declare module '*/java.mjs' {
  export function majorOf(output: string): number | undefined;
}

declare module '*/packages.mjs' {
  interface Package {
    readonly version?: string;
    readonly optional?: boolean;
    readonly devOptional?: boolean;
  }
  export function agrees(locked: Record<string, Package>, installed: Record<string, Package>): boolean;
}

declare module '*/test-groups.mjs' {
  interface Group {
    name: string;
    files: string[];
    services?: boolean;
    built?: boolean;
    browser?: boolean;
  }
  export function groupsOf(patterns: readonly string[], files?: readonly string[]): Group[];
  export function ofNewerNode(files?: readonly string[]): Group[];
}

declare module '*/jest.mjs' {
  export function countsOf(json: object): { passed: number; failed: number; skipped: number };
  export function fellOf(json: object): string[];
}

declare module '*/supervise.mjs' {
  export function waitAfter(falls: number): number;
}

declare module '*/prerequisites.mjs' {
  export function checkDisk(home: { path: string; services: string }, freeAt: (path: string) => number): void;
  export function checkPort(port: number): Promise<void>;
}

declare module '*/runfile.mjs' {
  interface Run {
    ports: Record<string, number>;
    processes: Record<string, unknown>;
  }
  export function readRun(home: { path: string }): Run;
  export function updateRun(home: { path: string }, change: (run: Run) => void): Run;
  export function secretsOf(home: { path: string }): { owner: string; app: string; masterKey: string };
}

declare module '*/build.mjs' {
  export function filesUnder(path: string): readonly string[];
  export function withoutSource(built: readonly string[], sourceFiles: readonly string[]): readonly string[];
}

declare module '*/fault.mjs' {
  export function looksUnreachable(output: string): boolean;
}

declare module '*/temporal.mjs' {
  export const searchAttributes: Readonly<Record<string, string>>;
}

declare module '*/lockfile.mjs' {
  interface LockedPackage {
    readonly version?: string;
    readonly dev?: boolean;
    readonly optionalDependencies?: Record<string, string>;
  }
  export function missingBuilds(packages: Record<string, LockedPackage>): Record<string, object>;
}

declare module '*/temporal-program.mjs' {
  export function download(home: { readonly services: string }, from: { origin: string; programs?: readonly string[] }): Promise<string | undefined>;
}

declare module '*/schemathesis.mjs' {
  export function schemathesis(home: { readonly services: string }): Promise<{ command: string; args: string[]; env: Record<string, string> }>;
}
