// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_settings.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using plexi::app::AppSettings;

class AppSettingsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file() const { return m_folder.filePath(u"settings.ini"_s); }

private slots:
    void isAsItWasAtTheNextStart()
    {
        {
            AppSettings settings(file());
            QVERIFY(settings.spelling() && !settings.isCompact());
            QSignalSpy spelling(&settings, &AppSettings::spellingChanged);
            QSignalSpy compact(&settings, &AppSettings::compactChanged);
            settings.setSpelling(false);
            settings.setSpelling(false);
            settings.setCompact(true);
            settings.setCompact(true);
            QCOMPARE(spelling.size(), 1);
            QCOMPARE(compact.size(), 1);
            settings.setPanelWidth(420);
        }
        const AppSettings settings(file());
        QVERIFY(!settings.spelling());
        QVERIFY(settings.isCompact());
        QCOMPARE(settings.panelWidth(), 420);
    }

    void columnsStayUsable()
    {
        AppSettings settings(file());
        settings.setPanelWidth(10);
        QVERIFY(settings.panelWidth() > 200);
        settings.setPanelWidth(10'000);
        QVERIFY(settings.panelWidth() < 1000);
        // By hand, in the file.
        settings.storage()->setValue("window/panel_width"_L1, 5);
        QVERIFY(settings.panelWidth() > 200);
    }
};

QTEST_MAIN(AppSettingsTest)
#include "app_settings_test.moc"
