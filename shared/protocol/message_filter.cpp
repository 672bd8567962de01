// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/message_filter.h"

#include "shared/protocol/message.h"

using namespace Qt::StringLiterals;

namespace plexi::protocol {

bool MessageFilter::fits(const Message &message) const
{
    if (message.isDeleted || (!from.isNull() && message.userId != from))
        return false;
    if (hasFile && message.attachments.isEmpty())
        return false;
    if (hasLink && !message.content.contains("http://"_L1) && !message.content.contains("https://"_L1))
        return false;
    return (!since || message.createdAt >= *since) && (!until || message.createdAt < *until);
}

void MessageFilter::write(QUrlQuery &query) const
{
    if (!from.isNull())
        query.addQueryItem(u"from"_s, from.toString());
    QStringList things;
    if (hasFile)
        things.append(u"file"_s);
    if (hasLink)
        things.append(u"link"_s);
    if (!things.isEmpty())
        query.addQueryItem(u"has"_s, things.join(u','));
    // What is after a moment is later than it.
    if (since)
        query.addQueryItem(u"after"_s, Timestamp{since->ms - 1}.toIso());
    if (until)
        query.addQueryItem(u"before"_s, until->toIso());
}

} // namespace plexi::protocol
