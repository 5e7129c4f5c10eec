/** Types of the services for the TypeScript of the tests; what they do is said in the .mjs files. */
export interface Home {
  readonly path: string;
  readonly services: string;
  readonly data: string;
  readonly logs: string;
}

export interface Service {
  readonly name: string;
  readonly pid: number;
  readonly adopted: boolean;
  readonly log: string;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  alive(): boolean;
  stop(within?: number): Promise<void>;
  kill(): Promise<void>;
}

export declare function openHome(path: string, options?: { services?: string }): Home;
export declare function endLeftovers(home: Home, roles: readonly ('service' | 'app' | 'helper')[]): Promise<string[]>;
export declare function findJava(): { readonly java: string } | { readonly missing: string };
export declare function startPostgres(home: Home): Promise<Service & { readonly adminUrl: string; readonly appUrl: string }>;
export declare function startTemporal(home: Home): Promise<Service & { readonly address: string; readonly ui: string; readonly program: string }>;
export declare function startKafka(home: Home, options: { readonly java: string }): Promise<Service & { readonly brokers: string }>;
