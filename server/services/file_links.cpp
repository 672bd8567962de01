// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/file_links.h"

#include "server/security/crypto.h"

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

QString parameter(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

} // namespace

FileLinks::FileLinks(security::KeyRing keys, const QUrl &publicUrl, std::function<Timestamp()> clock)
    : m_keys(std::move(keys)), m_publicUrl(publicUrl.toString(QUrl::StripTrailingSlash)), m_clock(std::move(clock))
{
}

void FileLinks::sign(protocol::File &file, UserId viewer) const
{
    file.url = address(file, file.filename, Kind::Content, viewer);
    if (file.hasThumbnail)
        file.thumbnailUrl = address(file, u"thumbnail.jpg"_s, Kind::Thumbnail, viewer);
}

void FileLinks::sign(protocol::Message &message, UserId viewer) const
{
    for (protocol::File &file : message.attachments)
        sign(file, viewer);
}

void FileLinks::sign(QList<protocol::Message> &messages, UserId viewer) const
{
    for (protocol::Message &message : messages) {
        if (!message.attachments.isEmpty())
            sign(message, viewer);
    }
}

QString FileLinks::address(const protocol::File &file, const QString &name, Kind kind, UserId viewer) const
{
    const qint64 expires = file.isPublic ? 0 : m_clock().ms / 1000 + kLifeSeconds;
    const std::optional<UserId> reader = file.isPublic ? std::nullopt : std::optional(viewer);
    const QByteArray &key = m_keys.signingKeyId();
    QUrlQuery query;
    if (kind == Kind::Thumbnail)
        query.addQueryItem(u"kind"_s, u"thumbnail"_s);
    if (reader) {
        query.addQueryItem(u"viewer"_s, reader->toString());
        query.addQueryItem(u"expires"_s, QString::number(expires));
    }
    query.addQueryItem(u"key"_s, QString::fromLatin1(key));
    query.addQueryItem(u"signature"_s,
                       QString::fromLatin1(security::toBase64Url(signature(key, file.id, kind, reader, expires))));
    return u"%1/files/%2/%3?%4"_s.arg(m_publicUrl, file.id.toString(),
                                      QString::fromLatin1(QUrl::toPercentEncoding(name)), query.toString());
}

QByteArray FileLinks::signature(const QByteArray &keyId, FileId file, Kind kind, std::optional<UserId> viewer,
                                qint64 expires) const
{
    const QString text = u"%1 %2 %3 %4"_s.arg(file.toString(), kind == Kind::Thumbnail ? u"thumbnail"_s : u"content"_s,
                                              viewer ? viewer->toString() : u"anybody"_s, QString::number(expires));
    return security::hmacSha256(m_keys.key(keyId, security::KeyPurpose::Link), text.toLatin1());
}

Result<FileLinks::Grant> FileLinks::verify(FileId file, const QUrlQuery &query) const
{
    const auto refused = fail(Error::notFound(u"File"));
    Grant grant;
    if (parameter(query, u"kind"_s) == "thumbnail"_L1)
        grant.kind = Kind::Thumbnail;
    qint64 expires = 0;
    if (query.hasQueryItem(u"viewer"_s)) {
        grant.viewer = UserId::fromString(parameter(query, u"viewer"_s));
        expires = parameter(query, u"expires"_s).toLongLong();
        if (!grant.viewer || expires <= m_clock().ms / 1000)
            return refused;
    }
    const QByteArray keyId = parameter(query, u"key"_s).toLatin1();
    const auto given = security::fromBase64Url(parameter(query, u"signature"_s).toLatin1());
    if (!given || m_keys.key(keyId, security::KeyPurpose::Link).isEmpty())
        return refused;
    if (!security::equalInConstantTime(*given, signature(keyId, file, grant.kind, grant.viewer, expires)))
        return refused;
    return grant;
}

} // namespace plexi::services
