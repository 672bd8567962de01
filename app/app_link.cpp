// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_link.h"

#include "shared/core/ids.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr qsizetype kMaxSize = 2048;

QString authorityOf(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded).toLower();
}

} // namespace

std::optional<AppLink> AppLink::parse(const QString &text)
{
    const QUrl url(text.size() > kMaxSize ? QString() : text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != kScheme || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    AppLink link{.host = authorityOf(url)};
    const QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    if (path.isEmpty())
        return link;
    if (path.size() == 2 && path[0] == "invite"_L1) {
        link.inviteCode = path[1];
        return link;
    }
    const bool isChannel = path[0] == "channels"_L1 && (path.size() == 2 || path.size() == 4);
    const bool isMessage = path.size() == 4;
    if (!isChannel || !ChannelId::fromString(path[1]))
        return std::nullopt;
    if (isMessage && (path[2] != "messages"_L1 || !MessageId::fromString(path[3])))
        return std::nullopt;
    link.channelId = path[1];
    link.messageId = path.value(3);
    return link;
}

AppLink AppLink::to(const QString &address)
{
    return {.host = authorityOf(QUrl(address))};
}

QString AppLink::toString() const
{
    QString text = kScheme.toString() + "://"_L1 + host;
    if (!inviteCode.isEmpty())
        return text + "/invite/"_L1 + inviteCode;
    if (!channelId.isEmpty())
        text += "/channels/"_L1 + channelId;
    if (!messageId.isEmpty())
        text += "/messages/"_L1 + messageId;
    return text;
}

bool AppLink::isAt(const QString &address) const
{
    return authorityOf(QUrl(address)) == host;
}

} // namespace plexi::app
