// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/emoji_names.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plexi::services {

bool isStandardEmojiName(const QString &name)
{
    static const QSet<QString> known = [] {
        QSet<QString> read;
        QFile file(u":/plexi/emoji-names.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("This program carries no list of emoji names");
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                read.insert(line);
        }
        return read;
    }();
    return known.contains(name);
}

} // namespace plexi::services
