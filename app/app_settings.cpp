// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app_settings.h"

#include <QGuiApplication>
#include <QStyleHints>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plexi::app {

namespace {

constexpr int kDefaultChannelListWidth = 256;
constexpr int kNarrowestChannelList = 200;
constexpr int kWidestChannelList = 360;
constexpr int kDefaultPanel = 360;
constexpr int kNarrowestPanel = 300;
constexpr int kWidestPanel = 560;
constexpr qreal kSmallestText = 1;
constexpr qreal kLargestText = 2;

} // namespace

AppSettings::AppSettings(const QString &file, QObject *parent) : QObject(parent), m_storage(file, QSettings::IniFormat)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    hints->setColorScheme(colorScheme() == Dark        ? Qt::ColorScheme::Dark
                              : colorScheme() == Light ? Qt::ColorScheme::Light
                                                       : Qt::ColorScheme::Unknown);
    m_isDark = isDark();
    connect(hints, &QStyleHints::colorSchemeChanged, this, [this] {
        if (std::exchange(m_isDark, isDark()) != m_isDark)
            emit darkChanged();
    });
}

AppSettings::ColorScheme AppSettings::colorScheme() const
{
    const QString name = m_storage.value("appearance/color_scheme"_L1).toString();
    return name == "dark"_L1 ? Dark : name == "light"_L1 ? Light : System;
}

void AppSettings::setColorScheme(ColorScheme scheme)
{
    if (scheme == colorScheme())
        return;
    m_storage.setValue("appearance/color_scheme"_L1,
                       scheme == Dark        ? u"dark"_s
                           : scheme == Light ? u"light"_s
                                             : u"system"_s);
    QGuiApplication::styleHints()->setColorScheme(scheme == Dark        ? Qt::ColorScheme::Dark
                                                      : scheme == Light ? Qt::ColorScheme::Light
                                                                        : Qt::ColorScheme::Unknown);
    emit colorSchemeChanged();
    if (std::exchange(m_isDark, isDark()) != m_isDark)
        emit darkChanged();
}

bool AppSettings::isDark() const
{
    switch (colorScheme()) {
    case Dark:
        return true;
    case Light:
        return false;
    case System:
        break;
    }
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
}

bool AppSettings::reducedMotion() const
{
    return m_storage.value("appearance/reduced_motion"_L1, false).toBool();
}

void AppSettings::setReducedMotion(bool reduced)
{
    if (reduced == reducedMotion())
        return;
    m_storage.setValue("appearance/reduced_motion"_L1, reduced);
    emit reducedMotionChanged();
}

qreal AppSettings::fontScale() const
{
    return std::clamp(m_storage.value("appearance/font_scale"_L1, kSmallestText).toReal(), kSmallestText, kLargestText);
}

void AppSettings::setFontScale(qreal scale)
{
    const qreal kept = std::clamp(scale, kSmallestText, kLargestText);
    if (qFuzzyCompare(kept, fontScale()))
        return;
    m_storage.setValue("appearance/font_scale"_L1, kept);
    emit fontScaleChanged();
}

bool AppSettings::isCompact() const
{
    return m_storage.value("appearance/compact"_L1, false).toBool();
}

void AppSettings::setCompact(bool compact)
{
    if (compact == isCompact())
        return;
    m_storage.setValue("appearance/compact"_L1, compact);
    emit compactChanged();
}

QString AppSettings::language() const
{
    return m_storage.value("appearance/language"_L1).toString();
}

void AppSettings::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_storage.setValue("appearance/language"_L1, language);
    emit languageChanged();
}

bool AppSettings::spelling() const
{
    return m_storage.value("writing/spelling"_L1, true).toBool();
}

void AppSettings::setSpelling(bool checked)
{
    if (checked == spelling())
        return;
    m_storage.setValue("writing/spelling"_L1, checked);
    emit spellingChanged();
}

bool AppSettings::notifications() const
{
    return m_storage.value("notifications/shown"_L1, true).toBool();
}

void AppSettings::setNotifications(bool shown)
{
    if (shown == notifications())
        return;
    m_storage.setValue("notifications/shown"_L1, shown);
    emit notificationsChanged();
}

bool AppSettings::notificationTexts() const
{
    return m_storage.value("notifications/texts"_L1, true).toBool();
}

void AppSettings::setNotificationTexts(bool shown)
{
    if (shown == notificationTexts())
        return;
    m_storage.setValue("notifications/texts"_L1, shown);
    emit notificationsChanged();
}

bool AppSettings::closeToTray() const
{
    return m_storage.value("window/close_to_tray"_L1, false).toBool();
}

void AppSettings::setCloseToTray(bool stays)
{
    if (stays == closeToTray())
        return;
    m_storage.setValue("window/close_to_tray"_L1, stays);
    emit closeToTrayChanged();
}

bool AppSettings::startMinimised() const
{
    return m_storage.value("window/start_minimised"_L1, false).toBool();
}

void AppSettings::setStartMinimised(bool minimised)
{
    if (minimised == startMinimised())
        return;
    m_storage.setValue("window/start_minimised"_L1, minimised);
    emit startMinimisedChanged();
}

int AppSettings::channelListWidth() const
{
    const int width = m_storage.value("window/channel_list_width"_L1, kDefaultChannelListWidth).toInt();
    return std::clamp(width, kNarrowestChannelList, kWidestChannelList);
}

void AppSettings::setChannelListWidth(int width)
{
    if (width == channelListWidth())
        return;
    m_storage.setValue("window/channel_list_width"_L1, width);
    emit channelListWidthChanged();
}

int AppSettings::panelWidth() const
{
    return std::clamp(m_storage.value("window/panel_width"_L1, kDefaultPanel).toInt(), kNarrowestPanel, kWidestPanel);
}

void AppSettings::setPanelWidth(int width)
{
    const int kept = std::clamp(width, kNarrowestPanel, kWidestPanel);
    if (kept == panelWidth())
        return;
    m_storage.setValue("window/panel_width"_L1, kept);
    emit panelWidthChanged();
}

int AppSettings::windowWidth() const
{
    return m_storage.value("window/width"_L1, 1280).toInt();
}

void AppSettings::setWindowWidth(int width)
{
    if (width == windowWidth())
        return;
    m_storage.setValue("window/width"_L1, width);
    emit windowSizeChanged();
}

int AppSettings::windowHeight() const
{
    return m_storage.value("window/height"_L1, 800).toInt();
}

void AppSettings::setWindowHeight(int height)
{
    if (height == windowHeight())
        return;
    m_storage.setValue("window/height"_L1, height);
    emit windowSizeChanged();
}

AppSettings::TokenChoice AppSettings::tokenChoice() const
{
    const QString name = m_storage.value("account/tokens"_L1).toString();
    return name == "file"_L1 ? TokenChoice::File : name == "session"_L1 ? TokenChoice::SessionOnly : TokenChoice::Ask;
}

void AppSettings::setTokenChoice(TokenChoice choice)
{
    m_storage.setValue("account/tokens"_L1,
                       choice == TokenChoice::File              ? u"file"_s
                           : choice == TokenChoice::SessionOnly ? u"session"_s
                                                                : u"ask"_s);
    m_storage.sync();
}

} // namespace plexi::app
