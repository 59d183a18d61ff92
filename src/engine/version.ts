/** Raised by hand whenever output changes for the same input; the golden corpus fails otherwise. */
export const ENGINE_VERSION = "1.3.0";
