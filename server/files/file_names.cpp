// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/files/file_names.h"

#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

namespace plexi::files {

namespace {

constexpr qsizetype kMaxBytes = 255;
/** Of an ending that is kept whole when a name is cut: ".tar.gz", ".numbers". */
constexpr qsizetype kMaxEnding = 20;

// Windows takes these for devices, whatever their ending.
constexpr std::array kDevices{"con"_L1, "prn"_L1, "aux"_L1, "nul"_L1};

bool isDevice(QStringView base)
{
    const bool isPort = base.size() == 4 && base[3].isDigit()
        && (base.startsWith("com"_L1, Qt::CaseInsensitive) || base.startsWith("lpt"_L1, Qt::CaseInsensitive));
    return isPort || std::ranges::any_of(kDevices, [base](QLatin1StringView name) {
               return base.compare(name, Qt::CaseInsensitive) == 0;
           });
}

/** Format characters turn the direction of text or are not to be seen; a lone surrogate is no character. */
bool isHarmless(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

QString cleaned(QStringView name)
{
    static constexpr QStringView kForbidden = u"\"*/:<>?\\|";
    QString clean;
    for (const char32_t character : name.toUcs4()) {
        if (character < 0x80 && kForbidden.contains(QChar(static_cast<char16_t>(character))))
            clean += u'_';
        else if (isHarmless(character))
            clean += QStringView(QChar::fromUcs4(character));
    }
    return clean.normalized(QString::NormalizationForm_C);
}

/** Dots and spaces at the ends: hidden files, folders, and what Windows leaves out. */
QString withoutEdges(QStringView name)
{
    const auto isEdge = [](QChar character) {
        return character == u'.' || character.isSpace();
    };
    while (!name.isEmpty() && isEdge(name.front()))
        name = name.sliced(1);
    while (!name.isEmpty() && isEdge(name.back()))
        name.chop(1);
    return name.toString();
}

/** The beginning and the ending of a name that is too long. */
QString shortened(QString name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString ending = dot > 0 && name.size() - dot <= kMaxEnding ? name.sliced(dot) : QString();
    QString base = name.chopped(ending.size());
    while ((base + ending).toUtf8().size() > kMaxBytes)
        base.chop(base.size() > 1 && base.back().isLowSurrogate() ? 2 : 1);
    return base + ending;
}

} // namespace

QString safeFileName(const QString &name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString safe = shortened(withoutEdges(cleaned(QStringView(name).sliced(slash + 1))));
    if (safe.isEmpty())
        return u"file"_s;
    const qsizetype dot = safe.indexOf(u'.');
    if (isDevice(QStringView(safe).first(dot < 0 ? safe.size() : dot)))
        safe.prepend(u'_');
    return safe;
}

QByteArray contentDisposition(Disposition disposition, const QString &name)
{
    QByteArray plain;
    for (const QChar character : name) {
        const char16_t code = character.unicode();
        const bool isPlain = code >= 0x20 && code < 0x7f && code != u'"' && code != u'\\' && code != u'%';
        plain += isPlain ? static_cast<char>(code) : '_';
    }
    QByteArray value = disposition == Disposition::Inline ? "inline" : "attachment";
    value += "; filename=\"" + plain + '"';
    if (plain != name.toUtf8())
        value += "; filename*=UTF-8''" + QUrl::toPercentEncoding(name, "!#$&+^`|");
    return value;
}

} // namespace plexi::files
