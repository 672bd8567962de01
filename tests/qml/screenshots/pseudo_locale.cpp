// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/screenshots/pseudo_locale.h"

namespace plexi::test {

namespace {

/** For a to z, by sound where there is one. */
constexpr QStringView kLetters = u"ابكدهفغحيجكلمنعبقرستوفوخيز";

bool isKept(QStringView text, qsizetype at)
{
    // %1, %n
    return text[at] == u'%' && at + 1 < text.size() && text[at + 1].isLetterOrNumber();
}

} // namespace

QString PseudoArabic::translate(const char * /*context*/, const char *source, const char * /*disambiguation*/,
                                int /*n*/) const
{
    static_assert(kLetters.size() == 26);
    const QString text = QString::fromUtf8(source);
    QString made;
    bool isTag = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        isTag = letter == u'<' || (isTag && letter != u'>');
        if (isKept(text, i)) {
            made += letter;
            made += text[++i];
        } else if (const char16_t small = letter.toLower().unicode(); !isTag && small >= u'a' && small <= u'z') {
            made += kLetters[small - u'a'];
        } else {
            made += letter;
        }
    }
    return made;
}

} // namespace plexi::test
