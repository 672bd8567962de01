// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QtQml/qqmlregistration.h>

namespace plexi::app {

/** What one profile remembers of its looks; written at once. Main thread. */
class AppSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the application")
    Q_PROPERTY(ColorScheme colorScheme READ colorScheme WRITE setColorScheme NOTIFY colorSchemeChanged FINAL)
    /** What colorScheme means now. */
    Q_PROPERTY(bool dark READ isDark NOTIFY darkChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged FINAL)
    /** Of all text: 1 to 2. */
    Q_PROPERTY(qreal fontScale READ fontScale WRITE setFontScale NOTIFY fontScaleChanged FINAL)
    /** More on the screen at once: lists and messages stand closer. */
    Q_PROPERTY(bool compact READ isCompact WRITE setCompact NOTIFY compactChanged FINAL)
    /** "de", "en" or "es"; empty for the system's. */
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    /** What is being written is checked for misspelt words. */
    Q_PROPERTY(bool spelling READ spelling WRITE setSpelling NOTIFY spellingChanged FINAL)
    Q_PROPERTY(bool notifications READ notifications WRITE setNotifications NOTIFY notificationsChanged FINAL)
    /** Notifications say what was written, not only who wrote. */
    Q_PROPERTY(
        bool notificationTexts READ notificationTexts WRITE setNotificationTexts NOTIFY notificationsChanged FINAL)
    /** Closing the window leaves the program in the desktop's panel, where there is one. */
    Q_PROPERTY(bool closeToTray READ closeToTray WRITE setCloseToTray NOTIFY closeToTrayChanged FINAL)
    Q_PROPERTY(bool startMinimised READ startMinimised WRITE setStartMinimised NOTIFY startMinimisedChanged FINAL)
    /** Logical pixels. */
    Q_PROPERTY(
        int channelListWidth READ channelListWidth WRITE setChannelListWidth NOTIFY channelListWidthChanged FINAL)
    Q_PROPERTY(int panelWidth READ panelWidth WRITE setPanelWidth NOTIFY panelWidthChanged FINAL)
    Q_PROPERTY(int windowWidth READ windowWidth WRITE setWindowWidth NOTIFY windowSizeChanged FINAL)
    Q_PROPERTY(int windowHeight READ windowHeight WRITE setWindowHeight NOTIFY windowSizeChanged FINAL)

public:
    enum ColorScheme { System, Light, Dark };
    Q_ENUM(ColorScheme)
    /** Where tokens go when there is no keychain; Ask until the person has chosen. */
    enum class TokenChoice { Ask, File, SessionOnly };

    /** @p file is made when something is written. */
    explicit AppSettings(const QString &file, QObject *parent = nullptr);

    QSettings *storage() { return &m_storage; }

    ColorScheme colorScheme() const;
    void setColorScheme(ColorScheme scheme);
    bool isDark() const;
    bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    qreal fontScale() const;
    void setFontScale(qreal scale);
    bool isCompact() const;
    void setCompact(bool compact);
    QString language() const;
    void setLanguage(const QString &language);
    bool spelling() const;
    void setSpelling(bool checked);
    bool notifications() const;
    void setNotifications(bool shown);
    bool notificationTexts() const;
    void setNotificationTexts(bool shown);
    bool closeToTray() const;
    void setCloseToTray(bool stays);
    bool startMinimised() const;
    void setStartMinimised(bool minimised);
    int channelListWidth() const;
    void setChannelListWidth(int width);
    int panelWidth() const;
    void setPanelWidth(int width);
    int windowWidth() const;
    void setWindowWidth(int width);
    int windowHeight() const;
    void setWindowHeight(int height);

    TokenChoice tokenChoice() const;
    void setTokenChoice(TokenChoice choice);

signals:
    void colorSchemeChanged();
    void darkChanged();
    void reducedMotionChanged();
    void fontScaleChanged();
    void compactChanged();
    void languageChanged();
    void spellingChanged();
    void notificationsChanged();
    void closeToTrayChanged();
    void startMinimisedChanged();
    void channelListWidthChanged();
    void panelWidthChanged();
    void windowSizeChanged();

private:
    QSettings m_storage;
    bool m_isDark = false;
};

} // namespace plexi::app
