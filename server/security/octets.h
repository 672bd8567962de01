// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace plexi::security {

// Bytes as OpenSSL and libsodium take them. What they point to stays the array's.

inline const unsigned char *octets(QByteArrayView data)
{
    return reinterpret_cast<const unsigned char *>(data.data());
}

/** Of an array that is written to: detached, and valid until it changes its size. */
inline unsigned char *mutableOctets(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

inline size_t octetCount(QByteArrayView data)
{
    return static_cast<size_t>(data.size());
}

} // namespace plexi::security
