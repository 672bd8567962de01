// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace plexi::test {

/**
 * Stands in for a translation into Arabic: each of the app's own texts in Arabic letters, so that what is still in Latin ones
 * is seen to come from people, or not to go through qsTr(). Arguments and markup stay as they are.
 */
class PseudoArabic : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
};

} // namespace plexi::test
