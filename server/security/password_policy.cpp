// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/security/password_policy.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace plexi::security {

namespace {

constexpr qsizetype kMinLength = 8;
constexpr qsizetype kMaxLength = 128;

const QSet<QString> &commonPasswords()
{
    static const QSet<QString> known = [] {
        QSet<QString> read;
        QFile file(u":/plexi/common-passwords.txt"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("This program carries no list of common passwords");
        for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
            if (!line.isEmpty() && !line.startsWith(u'#'))
                read.insert(line);
        }
        return read;
    }();
    return known;
}

} // namespace

std::optional<QString> passwordFault(const QString &password, const QStringList &ownWords)
{
    const qsizetype length = password.toUcs4().size();
    if (length < kMinLength || length > kMaxLength)
        return u"Must be %1 to %2 characters"_s.arg(kMinLength).arg(kMaxLength);
    const QString folded = password.normalized(QString::NormalizationForm_KC).toCaseFolded();
    if (commonPasswords().contains(folded) || folded.count(folded.front()) == folded.size())
        return u"Must not be a commonly used password"_s;
    for (const QString &word : ownWords) {
        if (!word.isEmpty() && folded == word.toCaseFolded())
            return u"Must not be the user name or e-mail address"_s;
    }
    return std::nullopt;
}

} // namespace plexi::security
