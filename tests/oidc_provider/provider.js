// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real OpenID provider for tests. Takes a free port of 127.0.0.1 and says "issuer http://127.0.0.1:PORT"; is then told
// the client's redirect URI on a line of standard input, and says "ready". Whoever signs in at its pages as NAME is NAME,
// with any password. Ends with its standard input.
import http from "node:http";
import readline from "node:readline";
import Provider from "oidc-provider";

function configuration(redirectUri) {
  return {
    clients: [
      {
        client_id: "plexichat",
        // These characters must be encoded before Basic joins them (RFC 6749, section 2.3.1).
        client_secret: "a secret/with: signs",
        redirect_uris: [redirectUri],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["name", "preferred_username"], email: ["email", "email_verified"] },
    // As most providers do: what was asked for stands in the ID token.
    conformIdTokenClaims: false,
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: `${id} of the provider`,
        preferred_username: id,
        email: `${id}@provider.example`,
        email_verified: true,
      }),
    }),
    cookies: { keys: ["only for tests"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  };
}

const server = http.createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const lines = readline.createInterface({ input: process.stdin });
  lines.once("line", (redirectUri) => {
    server.on("request", new Provider(issuer, configuration(redirectUri)).callback());
    console.log("ready");
  });
  lines.once("close", () => process.exit());
  console.log(`issuer ${issuer}`);
});
