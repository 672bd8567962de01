// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/support/icon_provider.h"

#include <QQmlEngine>
#include <QQmlEngineExtensionPlugin>
#include <QQuickWindow>
#include <QtQuickTest>

Q_IMPORT_QML_PLUGIN(PlexiChat_AppPlugin)
Q_IMPORT_QML_PLUGIN(PlexiChatPlugin)

using namespace Qt::StringLiterals;

/** Gives each test file's engine what main() gives the app's. */
class Setup : public QObject
{
    Q_OBJECT

public slots:
    void applicationAvailable() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImageProvider(u"icon"_s, new plexi::IconProvider); }
};

QUICK_TEST_MAIN_WITH_SETUP(components, Setup)

#include "components_test.moc"
