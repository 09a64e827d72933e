import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';

/** What a browser sees at `/`: that Cairn runs, and where the addresses are. */
export function homeRoute(app: FastifyInstance, config: Config): void {
  const page = render(config);
  app.get('/', (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      )
      .header('x-content-type-options', 'nosniff')
      .send(page),
  );
}

const render = ({ demo, jurisdiction }: Config): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cairn – ${jurisdiction.name}</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; }
  h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
  .demo { background: #ffe396; color: #1b1b1b; padding: .6rem 1rem; border-radius: .25rem; margin: 0 0 1.5rem; }
  section { margin-top: 2rem; } h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
  dt { font-weight: 600; margin-top: .6rem; } dd { margin: 0; } code { overflow-wrap: anywhere; }
</style>
</head>
<body>
${demo ? '<p class="demo" role="note"><strong>Demo mode.</strong> Fictional data only. <span lang="es"><strong>Modo de demostración.</strong> Solo datos ficticios.</span></p>' : ''}
<h1>Cairn is running</h1>
<p>${jurisdiction.name}</p>
<section><h2>For EHR systems</h2><dl>
<dt>Production</dt><dd><code>POST /IISService</code> – <a href="/IISService?wsdl">contract (WSDL)</a></dd>
<dt>Testing, records nothing</dt><dd><code>POST /test/IISService</code> – <a href="/test/IISService?wsdl">contract (WSDL)</a></dd>
<dt>State of the service</dt><dd><a href="/health/ready">ready?</a></dd>
</dl></section>
<section lang="es"><h2>Para sistemas clínicos (EHR)</h2><dl>
<dt>Producción</dt><dd><code>POST /IISService</code> – <a href="/IISService?wsdl">contrato (WSDL)</a></dd>
<dt>Pruebas, no registra nada</dt><dd><code>POST /test/IISService</code> – <a href="/test/IISService?wsdl">contrato (WSDL)</a></dd>
<dt>Estado del servicio</dt><dd><a href="/health/ready">¿listo?</a></dd>
</dl></section>
</body>
</html>
`;
