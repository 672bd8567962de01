// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace plexi::security {

/** A digest of bytes that come one after another; OpenSSL's, which uses the processor's own instructions. */
class RunningDigest
{
public:
    enum class Algorithm { Sha1, Sha256 };

    explicit RunningDigest(Algorithm algorithm = Algorithm::Sha256);
    /** A copy goes on by itself. */
    RunningDigest(const RunningDigest &other);
    RunningDigest &operator=(const RunningDigest &other);
    RunningDigest(RunningDigest &&) noexcept;
    RunningDigest &operator=(RunningDigest &&) noexcept;
    ~RunningDigest();

    void add(QByteArrayView bytes);
    /** Of all that was added; more may be added afterwards. */
    QByteArray result() const;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace plexi::security
