// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/channel_export.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace plexi::protocol {

namespace {

// Of the format; grows when a reader of the old one would misunderstand the new one.
constexpr int kVersion = 1;

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray exportHead(Channel channel, UserId exporter, Timestamp moment)
{
    channel.viewer = std::nullopt;
    return line({{"type"_L1, "export"_L1},
                 {"version"_L1, kVersion},
                 {"channel"_L1, channel.toJson()},
                 {"exported_by"_L1, exporter.toString()},
                 {"exported_at"_L1, moment.toIso()}});
}

QByteArray exportUser(User user)
{
    user.own = std::nullopt;
    return line({{"type"_L1, "user"_L1}, {"user"_L1, user.toJson()}});
}

QByteArray exportMessage(const Message &message)
{
    return R"({"type":"message","message":)" + message.toJson() + "}\n";
}

QByteArray exportFile(File file, const QByteArray &sha256)
{
    // Addresses are good for one viewer and a while.
    file.url = std::nullopt;
    file.thumbnailUrl = std::nullopt;
    const QByteArray digest = sha256.isEmpty() ? "null"_ba : '"' + sha256.toHex() + '"';
    return R"({"type":"file","sha256":)" + digest + R"(,"file":)" + file.toJson() + "}\n";
}

QByteArray exportFilePart(FileId file, const QByteArray &bytes)
{
    return R"({"type":"file_part","file_id":")" + file.toString().toLatin1() + R"(","data":")" + bytes.toBase64()
        + "\"}\n";
}

QByteArray exportEnd(qint64 messageCount, qint64 fileCount)
{
    return line({{"type"_L1, "end"_L1}, {"messages"_L1, messageCount}, {"files"_L1, fileCount}});
}

} // namespace plexi::protocol
