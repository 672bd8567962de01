// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/s3_documents.h"

#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

constexpr qsizetype kLongestCode = 64;

S3Listing::Object readObject(QXmlStreamReader &xml)
{
    S3Listing::Object object;
    while (xml.readNextStartElement()) {
        if (xml.name() == "Key"_L1) {
            object.key = xml.readElementText().toUtf8();
        } else if (xml.name() == "Size"_L1) {
            bool isNumber = false;
            object.size = xml.readElementText().toLongLong(&isNumber);
            if (!isNumber || object.size < 0)
                xml.raiseError(u"a size is no number"_s);
        } else {
            xml.skipCurrentElement();
        }
    }
    return object;
}

} // namespace

Result<S3Listing> parseS3Listing(const QByteArray &document)
{
    S3Listing listing;
    QXmlStreamReader xml(document);
    bool isTruncated = false;
    // Not every server knows how to, and then it says nothing of it.
    bool isEncoded = false;
    if (!xml.readNextStartElement() || xml.name() != "ListBucketResult"_L1)
        xml.raiseError(u"it is something else"_s);
    while (xml.readNextStartElement()) {
        if (xml.name() == "Contents"_L1)
            listing.objects.append(readObject(xml));
        else if (xml.name() == "IsTruncated"_L1)
            isTruncated = xml.readElementText() == "true"_L1;
        else if (xml.name() == "NextContinuationToken"_L1)
            listing.continuation = xml.readElementText().toUtf8();
        else if (xml.name() == "EncodingType"_L1)
            isEncoded = xml.readElementText() == "url"_L1;
        else
            xml.skipCurrentElement();
    }
    if (!isTruncated)
        listing.continuation.clear();
    else if (listing.continuation.isEmpty())
        xml.raiseError(u"it does not say how it goes on"_s);
    if (xml.hasError()) {
        return fail({.code = ErrorCode::ServiceUnavailable,
                     .message = u"The S3 server's list of objects cannot be read: "_s + xml.errorString()});
    }
    // It may be said behind the keys.
    for (S3Listing::Object &object : listing.objects) {
        if (isEncoded)
            object.key = QByteArray::fromPercentEncoding(object.key);
    }
    return listing;
}

QString s3ErrorCode(const QByteArray &document)
{
    QXmlStreamReader xml(document);
    if (!xml.readNextStartElement() || xml.name() != "Error"_L1)
        return {};
    while (xml.readNextStartElement()) {
        if (xml.name() != "Code"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        const QString code = xml.readElementText();
        const bool isCode = std::ranges::all_of(code,
                                                [](QChar c) { return c.isLetterOrNumber() && c.unicode() < 128; });
        return isCode && code.size() <= kLongestCode ? code : QString();
    }
    return {};
}

} // namespace plexi::files
