import { Anchor, type AnchorProps, Button, type ButtonProps, NavLink, type NavLinkProps } from "@mantine/core"
import { createLink } from "@tanstack/react-router"
import { type AnchorHTMLAttributes, forwardRef } from "react"

type Html = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>

const PlainLink = forwardRef<HTMLAnchorElement, AnchorProps & Html>((props, ref) => <Anchor ref={ref} {...props} />)
PlainLink.displayName = "PlainLink"

/** A link to a page of the admin. */
export const PageLink = createLink(PlainLink)

type ButtonHtml = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>

const PlainButton = forwardRef<HTMLAnchorElement, ButtonProps & ButtonHtml>((props, ref) => (
  <Button component="a" ref={ref} {...props} />
))
PlainButton.displayName = "PlainButton"

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const PageButton = createLink(PlainButton)

type NavHtml = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof NavLinkProps>

const PlainNav = forwardRef<HTMLAnchorElement, NavLinkProps & NavHtml>((props, ref) => <NavLink ref={ref} {...props} />)
PlainNav.displayName = "PlainNav"

/** A line of the menu. */
export const PageNav = createLink(PlainNav)
