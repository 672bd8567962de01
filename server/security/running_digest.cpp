// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/running_digest.h"

#include <openssl/evp.h>

namespace plexi::security {

struct RunningDigest::Context {
    struct Free {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> evp{EVP_MD_CTX_new()};

    std::unique_ptr<Context> copy() const
    {
        auto made = std::make_unique<Context>();
        if (EVP_MD_CTX_copy_ex(made->evp.get(), evp.get()) != 1)
            qFatal("a digest cannot be copied");
        return made;
    }
};

RunningDigest::RunningDigest(Algorithm algorithm) : m_context(std::make_unique<Context>())
{
    const EVP_MD *method = algorithm == Algorithm::Sha1 ? EVP_sha1() : EVP_sha256();
    if (EVP_DigestInit_ex(m_context->evp.get(), method, nullptr) != 1)
        qFatal("there is no such digest");
}

RunningDigest::RunningDigest(const RunningDigest &other) : m_context(other.m_context->copy()) { }

RunningDigest &RunningDigest::operator=(const RunningDigest &other)
{
    if (this != &other)
        m_context = other.m_context->copy();
    return *this;
}

RunningDigest::RunningDigest(RunningDigest &&) noexcept = default;
RunningDigest &RunningDigest::operator=(RunningDigest &&) noexcept = default;
RunningDigest::~RunningDigest() = default;

void RunningDigest::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_context->evp.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
}

QByteArray RunningDigest::result() const
{
    const std::unique_ptr<Context> ending = m_context->copy();
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    if (EVP_DigestFinal_ex(ending->evp.get(), reinterpret_cast<unsigned char *>(digest.data()), &size) != 1)
        qFatal("a digest does not end");
    digest.truncate(size);
    return digest;
}

} // namespace plexi::security
