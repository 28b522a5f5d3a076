export { bearerToken } from './bearer';
export { personas, type Persona, type PersonaRole } from './personas';
export { KeysAway } from './signing-keys';
export { tokenAlgorithms, TokenVerifier, type TokenIdentity, type TokenVerifierOptions } from './token-verifier';
export { tokenRefusals, type TokenRefusal, type TokenRefusalCode } from './token-refusal';
