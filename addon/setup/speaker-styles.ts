/** The looks of presenter mode and its neighbours, which the audience does not load. */
import { useStyleTag } from '@vueuse/core'
import presenter from '../styles/presenter.css?inline'
import small from '../styles/presenter-small.css?inline'

useStyleTag(presenter + small, { id: 'speaker' })
