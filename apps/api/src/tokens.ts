export const apiConfig = Symbol('configuration of the API');
export const documentStore = Symbol('the store of documents');
