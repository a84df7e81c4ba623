/** The name of the front-end. */
export const frontendName = 'terraform'
