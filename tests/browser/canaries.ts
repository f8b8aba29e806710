// The channels by which a page or a worker could tell something to the outside. Each function is sent into its realm as text, so it
// stands alone: no imports, nothing from outside. Each returns the names of what it tried.

/** Every channel of the page realm. */
export async function fromPage(target: string): Promise<string[]> {
  const tried: string[] = [];
  const address = (name: string) => `${target}/page-${name}`;
  const element = (name: string, tag: string, properties: Record<string, unknown>) => {
    document.body.append(Object.assign(document.createElement(tag), properties));
    return name;
  };
  const attempt = async (name: string, body: (url: string) => unknown) => {
    tried.push(name);
    try {
      await Promise.race([body(address(name)), new Promise((done) => setTimeout(done, 500))]);
    } catch {
      // Forbidden: what counts is whether the listener hears something.
    }
  };
  await attempt('fetch', (url) => fetch(url));
  await attempt('xhr', (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  });
  await attempt('websocket', (url) => new WebSocket(url.replace('http', 'ws')));
  await attempt('eventsource', (url) => new EventSource(url));
  await attempt('beacon', (url) => navigator.sendBeacon(url, 'x'));
  await attempt('keepalive', (url) =>
    fetch(url, { keepalive: true, method: 'POST', mode: 'no-cors', body: 'x' }),
  );
  await attempt('image', (url) => {
    new Image().src = url;
  });
  await attempt('script', (url) => element(url, 'script', { src: url }));
  await attempt('style', (url) => element(url, 'link', { rel: 'stylesheet', href: url }));
  await attempt('preload', (url) =>
    element(url, 'link', { rel: 'preload', as: 'fetch', href: url }),
  );
  await attempt('prefetch', (url) => element(url, 'link', { rel: 'prefetch', href: url }));
  await attempt('modulepreload', (url) =>
    element(url, 'link', { rel: 'modulepreload', href: url }),
  );
  await attempt('manifest', (url) => element(url, 'link', { rel: 'manifest', href: url }));
  await attempt('icon', (url) => element(url, 'link', { rel: 'icon', href: url }));
  await attempt('frame', (url) => element(url, 'iframe', { src: url }));
  await attempt('object', (url) => element(url, 'object', { data: url }));
  await attempt('embed', (url) => element(url, 'embed', { src: url }));
  await attempt('media', (url) => element(url, 'video', { src: url, preload: 'auto' }));
  await attempt('font', (url) => new FontFace('canary', `url(${url})`).load());
  await attempt('background', (url) => {
    document.body.style.backgroundImage = `url(${url})`;
  });
  await attempt('adopted-style', (url) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`html { list-style: url(${url}) inside; border-image: url(${url}?b) 1 }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await attempt('svg', (url) => {
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', url);
    document.body.append(
      document.createElementNS('http://www.w3.org/2000/svg', 'svg').appendChild(image),
    );
  });
  await attempt('import', (url) => import(url));
  await attempt('url-worker', (url) => new Worker(url));
  await attempt('shared-worker', (url) => new SharedWorker(url));
  await attempt('service-worker', (url) => navigator.serviceWorker.register(url));
  await attempt('form', (url) => {
    // Into a frame of its own, so that the page stays.
    element(url, 'iframe', { name: 'form-sink' });
    const form = Object.assign(document.createElement('form'), {
      action: url,
      method: 'post',
      target: 'form-sink',
    });
    document.body.append(form);
    form.submit();
  });
  await attempt('ping', (url) => {
    element(url, 'iframe', { name: 'ping-sink' });
    const link = Object.assign(document.createElement('a'), {
      href: 'about:blank',
      target: 'ping-sink',
      ping: url,
    });
    document.body.append(link);
    link.click();
  });
  await attempt('webtransport', (url) => new WebTransport(url.replace('http:', 'https:')));
  await attempt('udp', async (url) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(url).host}` }] });
    peer.createDataChannel('canary');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise((done) => setTimeout(done, 400));
  });
  await attempt('fresh-realm', (url) => {
    // A new empty frame brings new constructors; are they any freer than ours?
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow?.fetch(url);
  });
  await attempt('fresh-realm-udp', async (url) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const world = frame.contentWindow as unknown as { RTCPeerConnection: typeof RTCPeerConnection };
    const peer = new world.RTCPeerConnection({
      iceServers: [{ urls: `stun:${new URL(url).host}` }],
    });
    peer.createDataChannel('canary');
    await peer.setLocalDescription(await peer.createOffer());
  });
  return tried;
}

/** Every channel of a worker. */
export async function fromWorker(target: string): Promise<string[]> {
  const tried: string[] = [];
  const attempt = async (name: string, body: (url: string) => unknown) => {
    tried.push(name);
    try {
      await Promise.race([
        body(`${target}/worker-${name}`),
        new Promise((done) => setTimeout(done, 500)),
      ]);
    } catch {
      // Forbidden: what counts is whether the listener hears something.
    }
  };
  await attempt('fetch', (url) => fetch(url));
  await attempt('xhr', (url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url);
    request.send();
  });
  await attempt('websocket', (url) => new WebSocket(url.replace('http', 'ws')));
  await attempt('eventsource', (url) => new EventSource(url));
  await attempt('importscripts', (url) =>
    (globalThis as unknown as { importScripts: (url: string) => void }).importScripts(url),
  );
  await attempt('import', (url) => import(url));
  await attempt('url-worker', (url) => new Worker(url));
  await attempt('blob-worker', (url) => {
    const inner = URL.createObjectURL(
      new Blob([`fetch(${JSON.stringify(url)})`], { type: 'text/javascript' }),
    );
    return new Worker(inner);
  });
  await attempt('font', (url) => new FontFace('canary', `url(${url})`).load());
  await attempt('webtransport', (url) => new WebTransport(url.replace('http:', 'https:')));
  await attempt(
    'udp',
    (url) => new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(url).host}` }] }),
  );
  return tried;
}
