// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/storage_section.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace plexi::config {

namespace {

/** What one upload to an S3 server takes. */
constexpr qint64 kMaxObject = 5LL << 30;

bool matches(const QString &pattern, const QString &text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

/** Region and scheme; false where anything is wrong or unknown. */
bool readQuery(const QUrl &url, S3Bucket *bucket)
{
    QString scheme = u"https"_s;
    bucket->region = u"us-east-1"_s;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name == "region"_L1)
            bucket->region = value;
        else if (name == "scheme"_L1)
            scheme = value;
        else
            return false;
    }
    bucket->endpoint.setScheme(scheme);
    return (scheme == "http"_L1 || scheme == "https"_L1) && matches(u"[A-Za-z0-9-]{1,64}"_s, bucket->region);
}

/** Nothing where @p url is no such address. */
std::optional<S3Bucket> bucketOf(const QUrl &url)
{
    S3Bucket bucket;
    if (!url.isValid() || url.scheme() != "s3"_L1 || url.host().isEmpty() || url.port(1) == 0 || url.hasFragment())
        return std::nullopt;
    bucket.endpoint.setHost(url.host());
    bucket.endpoint.setPort(url.port());
    const QString path = url.path(QUrl::FullyDecoded);
    bucket.name = path.section(u'/', 1, 1);
    bucket.prefix = path.section(u'/', 2);
    if (bucket.prefix.endsWith(u'/'))
        bucket.prefix.chop(1);
    // The rules for general purpose buckets (Amazon S3 User Guide); names that need no encoding, and no "..".
    const bool isNamed = matches(u"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"_s, bucket.name);
    const bool isPrefix = matches(u"([A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*)?"_s, bucket.prefix);
    if (!isNamed || !isPrefix || bucket.prefix.size() > 512 || !readQuery(url, &bucket))
        return std::nullopt;
    return bucket;
}

} // namespace

std::optional<QString> setFiles(Storage &storage, const QString &value)
{
    if (value == "local"_L1) {
        storage.bucket.reset();
        return std::nullopt;
    }
    const QUrl url(value, QUrl::StrictMode);
    const auto bucket = bucketOf(url);
    if (!bucket)
        return u"must be local or s3://HOST[:PORT]/BUCKET[/PREFIX], perhaps with ?region=NAME&scheme=http"_s;
    storage.bucket = bucket;
    if (!url.userInfo().isEmpty()) {
        storage.s3AccessKey = url.userName(QUrl::FullyDecoded);
        storage.s3SecretKey = url.password(QUrl::FullyDecoded);
    }
    return std::nullopt;
}

std::optional<QString> storageFault(const Config &config)
{
    const Storage &storage = config.storage;
    if (!storage.bucket) {
        const bool hasKey = !storage.s3AccessKey.isEmpty() || !storage.s3SecretKey.isEmpty();
        return hasKey ? std::optional(u"storage.s3_access_key and storage.s3_secret_key need an s3:// address in "
                                      "storage.files"_s)
                      : std::nullopt;
    }
    if (storage.s3AccessKey.isEmpty() || storage.s3SecretKey.isEmpty())
        return u"storage.files needs storage.s3_access_key and storage.s3_secret_key"_s;
    if (config.limits.maxFileSize > kMaxObject || config.limits.maxMultipartSize > kMaxObject)
        return u"limits.max_file_size and limits.max_multipart_size may be 5 GiB at most with an S3 server"_s;
    return std::nullopt;
}

} // namespace plexi::config
