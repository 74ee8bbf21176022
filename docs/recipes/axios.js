import axios from 'axios';

export const api = axios.create();
guardAxios(api, document.querySelector('session-guard'));

/** Call it after your own interceptors: the guard is to hear only what your silent refresh gave up on. */
export function guardAxios(instance, guard) {
  const report = ({ status, headers, data, config, request }) =>
    guard?.observe?.(
      // The xhr adapter gives an XMLHttpRequest, the fetch adapter a Request.
      { url: request?.responseURL ?? request?.url, status, headers, body: data },
      { requestedAt: config.requestedAt, credentials: request?.credentials },
    );

  instance.interceptors.request.use(
    (config) => Object.assign(config, { requestedAt: Date.now() }),
    undefined,
    { synchronous: true },
  );
  instance.interceptors.response.use(
    (response) => {
      report(response);
      return response;
    },
    (error) => {
      if (error?.response) report(error.response);
      throw error;
    },
  );
}
