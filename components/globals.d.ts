/** The package's version, written in by every build (and by the test server and Storybook). */
declare const __SKRANKE_VERSION__: string;
