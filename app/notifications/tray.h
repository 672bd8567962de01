// SPDX-FileCopyrightText: 2026 The PlexiChat authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace plexi::app {

/**
 * The program's icon among those of the desktop's panel, with a mark while something is unread. Where the desktop has no
 * such place, nothing happens. How it is done stands in the file of the platform. Main thread.
 */
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    /** The desktop shows the icon now. */
    bool isShown() const { return m_isShown; }
    /** @p mentions: messages that are for the person; 0 takes the mark away. */
    void setMentions(int mentions);

signals:
    /** The person wants to see the window. */
    void activated();
    void shownChanged();

private:
    struct Desktop;
    void setShown(bool isShown);

    bool m_isShown = false;
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace plexi::app
