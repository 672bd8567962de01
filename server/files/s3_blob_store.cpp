// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_blob_store.h"

#include "server/files/s3_documents.h"
#include "server/security/crypto.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

Q_LOGGING_CATEGORY(lcS3, "plexichat.files")

/** What one PUT takes (Amazon S3 API Reference, PutObject). */
constexpr qint64 kMaxObject = qint64(5) << 30;
/** What a reader asks for and keeps. */
constexpr qint64 kWindow = qint64(1) << 20;
/** A page of a thousand keys of 1024 bytes, percent-encoded, and what is said of each. */
constexpr qint64 kMaxListing = qint64(8) << 20;
/** Without a patience of more than one attempt at a start. */
constexpr std::chrono::milliseconds kOnce{0};

Error refusal(QLatin1StringView what, const S3Answer &answer)
{
    const QString code = s3ErrorCode(answer.body);
    const QString reason = code.isEmpty() ? u"status %1"_s.arg(answer.status) : code;
    return {.code = ErrorCode::ServiceUnavailable,
            .message = u"The S3 server refuses to %1: %2"_s.arg(QString(what), reason)};
}

/** The object is not there; where the bucket is not either, that is no answer about the object. */
bool isMissing(const S3Answer &answer)
{
    return answer.status == 404 && s3ErrorCode(answer.body) != "NoSuchBucket"_L1;
}

const QByteArray &digestOfNothing()
{
    static const QByteArray digest = security::sha256({});
    return digest;
}

class S3Reader final : public BlobReader
{
public:
    S3Reader(std::shared_ptr<S3Client> client, QByteArray path, qint64 size)
        : m_client(std::move(client)), m_path(std::move(path)), m_size(size)
    {
    }

    qint64 size() const override { return m_size; }

    Result<QByteArray> read(qint64 offset, qint64 length) override
    {
        QByteArray bytes;
        const qint64 end = offset + std::clamp<qint64>(length, 0, std::max<qint64>(m_size - offset, 0));
        while (offset < end) {
            if (offset < m_start || offset >= m_start + m_window.size()) {
                if (auto fetched = fetch(offset); !fetched)
                    return fail(fetched.error());
            }
            const qint64 skipped = offset - m_start;
            const QByteArrayView part = QByteArrayView(m_window).sliced(skipped).first(
                std::min(end - offset, m_window.size() - skipped));
            bytes += part;
            offset += part.size();
        }
        return bytes;
    }

private:
    /** Has the window begin at @p offset, which is before the end. */
    Result<> fetch(qint64 offset)
    {
        const qint64 last = std::min(m_size, offset + kWindow) - 1;
        const QByteArray range = "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(last);
        S3Call call{
            .request = {
                .method = "GET", .path = m_path, .headers = {{"range", range}}, .bodyDigest = digestOfNothing()}};
        call.maxBytes = std::max(call.maxBytes, last - offset + 1);
        const Result<S3Answer> answer = m_client->send(std::move(call));
        if (!answer)
            return fail(answer.error());
        if (isMissing(*answer))
            return fail(Error::notFound(u"Content"));
        if (answer->status != 206 && answer->status != 200)
            return fail(refusal("give an object"_L1, *answer));
        // Also where it knows no ranges, and where the object is another than the one that was opened.
        if (answer->body.size() != last - offset + 1)
            return fail({.code = ErrorCode::ServiceUnavailable,
                         .message = u"The S3 server gives another part of an object than it was asked for"_s});
        m_window = answer->body;
        m_start = offset;
        return {};
    }

    const std::shared_ptr<S3Client> m_client;
    const QByteArray m_path;
    const qint64 m_size;
    qint64 m_start = 0;
    QByteArray m_window;
};

} // namespace

S3BlobStore::S3BlobStore(Options options)
    : m_bucket(std::move(options.bucket)), m_prefix(options.prefix.isEmpty() ? QByteArray() : options.prefix + '/'),
      m_pageSize(options.pageSize), m_client(std::make_shared<S3Client>(std::move(options.server)))
{
}

QByteArray S3BlobStore::keyOf(const QByteArray &sha256) const
{
    return m_prefix + sha256.first(1).toHex() + '/' + sha256.toHex();
}

QByteArray S3BlobStore::pathOf(const QByteArray &sha256) const
{
    return '/' + m_bucket + '/' + keyOf(sha256);
}

S3Call S3BlobStore::listCall(const QByteArray &continuation) const
{
    S3Call call{.request = {.method = "GET",
                            .path = '/' + m_bucket,
                            .query = {{"list-type", "2"},
                                      {"encoding-type", "url"},
                                      {"max-keys", QByteArray::number(m_pageSize)},
                                      {"prefix", m_prefix}},
                            .bodyDigest = digestOfNothing()},
                .maxBytes = kMaxListing};
    if (!continuation.isEmpty())
        call.request.query.append({"continuation-token", continuation});
    return call;
}

Result<> S3BlobStore::prepare()
{
    S3Call call = listCall({});
    call.patience = kOnce;
    const Result<S3Answer> answer = m_client->send(std::move(call));
    if (!answer) {
        qCWarning(lcS3).noquote() << answer.error().message;
        return {};
    }
    if (answer->status != 200)
        return fail(refusal("show the bucket"_L1, *answer));
    const auto listing = parseS3Listing(answer->body);
    return listing ? Result<>() : Result<>(fail(listing.error()));
}

Result<> S3BlobStore::put(const QByteArray &sha256, const QString &path)
{
    Q_ASSERT(sha256.size() == kDigestSize);
    if (QFileInfo(path).size() > kMaxObject)
        return fail({.code = ErrorCode::ServiceUnavailable, .message = u"S3 servers take at most 5 GiB at once"_s});
    const Result<S3Answer> answer = m_client->send(
        {.request = {.method = "PUT", .path = pathOf(sha256), .bodyDigest = sha256}, .bodyPath = path});
    if (!answer)
        return fail(answer.error());
    if (answer->status != 200)
        return fail(refusal("take an object"_L1, *answer));
    // Where it stays, the next start clears it away.
    (void)QFile::remove(path);
    return {};
}

Result<std::shared_ptr<BlobReader>> S3BlobStore::open(const QByteArray &sha256) const
{
    const QByteArray path = pathOf(sha256);
    const Result<S3Answer> answer = m_client->send(
        {.request = {.method = "HEAD", .path = path, .bodyDigest = digestOfNothing()}});
    if (!answer)
        return fail(answer.error());
    if (isMissing(*answer))
        return fail(Error::notFound(u"Content"));
    if (answer->status != 200 || answer->contentLength < 0)
        return fail(refusal("open an object"_L1, *answer));
    return std::make_shared<S3Reader>(m_client, path, answer->contentLength);
}

Result<> S3BlobStore::remove(const QByteArray &sha256)
{
    const Result<S3Answer> answer = m_client->send(
        {.request = {.method = "DELETE", .path = pathOf(sha256), .bodyDigest = digestOfNothing()}});
    if (!answer)
        return fail(answer.error());
    if (answer->status != 204 && answer->status != 200 && !isMissing(*answer))
        return fail(refusal("remove an object"_L1, *answer));
    return {};
}

Result<> S3BlobStore::forEach(const std::function<bool(const QByteArray &sha256, qint64 size)> &visit) const
{
    QByteArray continuation;
    do {
        const Result<S3Answer> answer = m_client->send(listCall(continuation));
        if (!answer)
            return fail(answer.error());
        if (answer->status != 200)
            return fail(refusal("list the bucket"_L1, *answer));
        const Result<S3Listing> listing = parseS3Listing(answer->body);
        if (!listing)
            return fail(listing.error());
        for (const S3Listing::Object &object : listing->objects) {
            const QByteArray sha256 = QByteArray::fromHex(object.key.sliced(object.key.lastIndexOf('/') + 1));
            // What has another name is not ours to judge.
            if (sha256.size() == kDigestSize && object.key == keyOf(sha256) && !visit(sha256, object.size))
                return {};
        }
        if (listing->continuation == continuation && !continuation.isEmpty())
            return fail({.code = ErrorCode::ServiceUnavailable, .message = u"The S3 server's list has no end"_s});
        continuation = listing->continuation;
    } while (!continuation.isEmpty());
    return {};
}

} // namespace plexi::files
