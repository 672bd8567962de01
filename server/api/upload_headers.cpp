// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/upload_headers.h"

#include "server/http/query_reader.h"

#include <QLocale>
#include <QStringDecoder>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace plexi::api {

using services::UploadsService;

namespace {

std::unexpected<Error> malformed(const QString &message)
{
    return fail({.code = ErrorCode::BadRequest, .message = message});
}

std::optional<QByteArray> decoded(QByteArrayView text)
{
    const auto result = QByteArray::fromBase64Encoding(text.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(result.decoded) : std::nullopt;
}

/** Key and value, as the header has them. */
Result<QHash<QByteArray, QString>> pairsOf(QByteArrayView header)
{
    QHash<QByteArray, QString> pairs;
    for (const QByteArray &pair : header.toByteArray().split(',')) {
        const QByteArray text = pair.trimmed();
        const qsizetype space = text.indexOf(' ');
        const QByteArray key = space < 0 ? text : text.first(space);
        const auto value = decoded(space < 0 ? QByteArrayView() : QByteArrayView(text).sliced(space + 1).trimmed());
        if (key.isEmpty() || !value)
            return malformed(u"Upload-Metadata must have keys and values in Base64"_s);
        QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
        const QString plain = decoder(*value);
        if (decoder.hasError() || plain.contains(QChar(0)))
            return fail(Error::validation(QString::fromLatin1(key), u"Must be text in UTF-8"_s));
        pairs.insert(key, plain);
    }
    return pairs;
}

} // namespace

Result<qint64> readLength(const http::Request &request, QByteArrayView header)
{
    const QByteArrayView text = request.headers.value(header);
    const bool isNumber = !text.isEmpty() && text.size() <= 15
        && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber)
        return text.toLongLong();
    return malformed(u"%1 must be a number of bytes"_s.arg(QLatin1StringView(header)));
}

Result<services::FileDraft> readMetadata(const http::Request &request)
{
    services::FileDraft draft{.filename = u"file"_s};
    const QByteArrayView header = request.headers.value("Upload-Metadata");
    if (header.isEmpty())
        return draft;
    const auto pairs = pairsOf(header);
    if (!pairs)
        return fail(pairs.error());
    if (const QString name = pairs->value("filename"); !name.isEmpty())
        draft.filename = name;
    if (const QString channel = pairs->value("channel_id"); !channel.isEmpty())
        draft.channel = channel;
    if (const QString description = pairs->value("description"); !description.isEmpty())
        draft.description = description;
    if (const QString text = pairs->value("is_public"); !text.isEmpty()) {
        const auto isPublic = http::booleanFrom(text);
        if (!isPublic)
            return fail(Error::validation(u"is_public"_s, u"Must be true or false"_s));
        draft.isPublic = *isPublic;
    }
    if (auto checked = services::checkDraft(draft); !checked)
        return fail(std::move(checked.error()));
    return draft;
}

Result<std::optional<UploadsService::Checksum>> readChecksum(const http::Request &request)
{
    const QByteArray header = request.header("Upload-Checksum");
    if (header.isEmpty())
        return std::nullopt;
    const qsizetype space = header.indexOf(' ');
    const QByteArray algorithm = header.first(std::max<qsizetype>(space, 0));
    const auto digest = decoded(QByteArrayView(header).sliced(space + 1).trimmed());
    using Algorithm = security::RunningDigest::Algorithm;
    if (algorithm == "sha1" && digest && digest->size() == 20)
        return UploadsService::Checksum{Algorithm::Sha1, *digest};
    if (algorithm == "sha256" && digest && digest->size() == 32)
        return UploadsService::Checksum{Algorithm::Sha256, *digest};
    return malformed(u"Upload-Checksum must be sha1 or sha256 and the digest in Base64"_s);
}

Result<> checkPartType(const http::Request &request)
{
    if (QLatin1StringView(request.header("Content-Type")).compare(kTusPartType, Qt::CaseInsensitive) == 0)
        return {};
    return fail({.code = ErrorCode::UnsupportedMediaType, .message = u"The body must be %1"_s.arg(kTusPartType)});
}

void addUploadHeaders(http::Response &response, const store::uploads::Row &row)
{
    response.headers.append("Upload-Offset", QByteArray::number(row.received));
    const QDateTime expires = QDateTime::fromSecsSinceEpoch(row.expiresAt.seconds(), QTimeZone::UTC);
    response.headers.append("Upload-Expires",
                            QLocale::c().toString(expires, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1());
    if (row.file)
        response.headers.append("Plexichat-File-Id", row.file->toString());
}

} // namespace plexi::api
