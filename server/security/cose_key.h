// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/security/public_key.h"

namespace plexi::security {

/** A COSE_Key (RFC 9052, section 7) at the beginning of some bytes. */
struct CoseKey {
    PublicKey key;
    /** How many bytes it takes. */
    qsizetype size = 0;

    /**
     * Nothing for what is no well-formed CBOR in its shortest form, for another kind of key than ES256, RS256 and EdDSA
     * on Ed25519, and for a key that cannot be one.
     */
    static std::optional<CoseKey> read(const QByteArray &bytes);
};

} // namespace plexi::security
