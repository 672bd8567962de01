// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/account_rules.h"

#include "server/security/password_policy.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace plexi::services {

namespace {

constexpr qsizetype kMaxEmailSize = 254;
constexpr qsizetype kMaxLocalPartSize = 64;
constexpr qsizetype kMaxDisplayNameLength = 80;
constexpr qsizetype kMaxPreferenceKeys = 200;
constexpr qsizetype kMaxPreferencesSize = qsizetype{16} * 1024;

/** Characters that let a name break out of its line or turn the text around it. */
bool isDisruptive(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        break;
    }
    return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

} // namespace

Result<QString> checkedUsername(const QString &username)
{
    static const QRegularExpression pattern(u"\\A[a-z0-9._-]{2,32}\\z"_s);
    QString folded = username.toLower();
    if (!pattern.match(folded).hasMatch())
        return fail(Error::validation(u"username"_s,
                                      u"Must be 2 to 32 of the characters a-z, 0-9, dot, underscore and hyphen"_s));
    if (folded == "channel"_L1 || folded == "here"_L1)
        return fail(Error::validation(u"username"_s, u"This name has a meaning of its own"_s));
    return folded;
}

Result<QString> checkedEmail(const QString &email)
{
    static const QRegularExpression pattern(
        u"\\A[^\\s@\"(),:;<>\\[\\\\\\]\\x00-\\x1f\\x7f]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\z"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString trimmed = email.trimmed();
    // A name alone is no domain where mail goes to, but for this machine's own.
    const QStringView domain = QStringView(trimmed).sliced(trimmed.lastIndexOf(u'@') + 1);
    const bool isDomain = domain.contains(u'.') || domain.compare("localhost"_L1, Qt::CaseInsensitive) == 0;
    const bool isSound = isDomain && trimmed.size() <= kMaxEmailSize && trimmed.indexOf(u'@') <= kMaxLocalPartSize
        && pattern.match(trimmed).hasMatch();
    if (!isSound)
        return fail(Error::validation(u"email"_s, u"Invalid email format"_s));
    return trimmed;
}

Result<> checkNewPassword(const QString &password, const QStringList &ownWords, const QString &field)
{
    if (const auto fault = security::passwordFault(password, ownWords))
        return fail(Error::validation(field, *fault));
    return {};
}

Result<QString> checkedDisplayName(const QString &displayName)
{
    QString trimmed = displayName.trimmed();
    const auto characters = trimmed.toUcs4();
    if (characters.isEmpty() || characters.size() > kMaxDisplayNameLength)
        return fail(Error::validation(u"display_name"_s, u"Must be 1 to %1 characters"_s.arg(kMaxDisplayNameLength)));
    if (std::any_of(characters.cbegin(), characters.cend(), isDisruptive))
        return fail(Error::validation(u"display_name"_s, u"Must not have control characters"_s));
    return trimmed;
}

Result<QJsonObject> mergedPreferences(QJsonObject stored, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value().isNull())
            stored.remove(change.key());
        else
            stored.insert(change.key(), change.value());
    }
    if (stored.size() > kMaxPreferenceKeys
        || QJsonDocument(stored).toJson(QJsonDocument::Compact).size() > kMaxPreferencesSize)
        return fail(
            Error::validation(u"preferences"_s, u"Must be at most %1 keys and 16 KiB"_s.arg(kMaxPreferenceKeys)));
    return stored;
}

} // namespace plexi::services
